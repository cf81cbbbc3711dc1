import { randomUUID } from 'node:crypto';
import type { Identity, StartedSignIn } from '../../contracts/identities.ts';
import type { Recovery } from '../../contracts/recoveries.ts';
import { adminRoutes } from '../../contracts/routes/admin.ts';
import { serviceRoutes } from '../../contracts/routes/service.ts';
import { call, type Call } from '../../contracts/client.ts';
import type { Route } from '../../contracts/routes/route.ts';
import type { z } from 'zod';
import { Device, type DeviceOptions } from '../../device-sdk/device.ts';
import { memoryStore } from '../../device-sdk/memory-store.ts';
import type { RestoringKind } from '../../domain/restoration.ts';
import { portalUser, staffUser, type Browser } from './browser.ts';
import { password, type Cast, type Person } from './cast.ts';

/** Of the first device of everybody here. */
export const passcode = '482913';
/** Of every device that an identity comes to. */
export const newPasscode = '150726';

/** There is nothing to protect here, and each try of a passcode would cost a fifth of a second. */
const passcodeIterations = 1_000;

/** An app that is signed in to nothing. @param options such as a network of its own */
export function newApp({ world }: Pick<Cast, 'world'>, options: Pick<DeviceOptions, 'fetch'> = {}): Device {
  return new Device({ server: world.urls.device, store: memoryStore(), passcodeIterations, ...options });
}

export interface Holder extends Person {
  userName: string;
}

/** A new account holder, signed in to the portal and in the app on a phone. One of the same name is somebody else. */
export async function accountHolderOf(cast: Cast, name: string, phone = newApp(cast)): Promise<Holder> {
  const userName = `${name}-${cast.mark}-${randomUUID().slice(0, 4)}`;
  const email = `${userName}@example.org`;
  const accountId = await cast.founding.account({ userName, name, email, locale: 'en' }, password);
  await phone.signIn({ email, password, model: 'samsung SM-G970F' });
  return {
    accountId,
    userName,
    email,
    phone,
    tokens: [],
    portal: await portalUser(cast.world.urls.portal, email, password),
  };
}

export interface IdentityHolder extends Holder {
  identity: Identity;
}

/** With an identity on the phone, and no restore function yet. */
export async function identityHolder(cast: Cast, name: string): Promise<IdentityHolder> {
  const holder = await accountHolderOf(cast, name);
  return { ...holder, identity: await holder.phone.identity.create(passcode) };
}

export interface RestorableHolder extends IdentityHolder {
  restoreCode: string;
}

/** With an identity on the phone and a restore code on paper. */
export async function restorable(cast: Cast, name: string): Promise<RestorableHolder> {
  const holder = await identityHolder(cast, name);
  const restoreCode = await backUp(holder.phone);
  return { ...holder, restoreCode, identity: (await holder.phone.identity.show()) ?? holder.identity };
}

/** *Restoration settings*: a restore code, shown and confirmed. @returns the code */
export async function backUp(device: Device, by = passcode): Promise<string> {
  const { code } = await device.identity.issueRestoreCode(by);
  await device.identity.confirmRestoreCode(lastGroup(code));
  return code;
}

/** What is typed to show that a code was kept. */
export function lastGroup(code: string): string {
  return code.split('-').slice(3).join('-');
}

/** *Restore old ID* up to the mailed code, on an app that may be new. */
export async function startedRestore(
  cast: Cast,
  { userName, restoreCode, email }: Pick<RestorableHolder, 'userName' | 'restoreCode' | 'email'>,
  { kind = 'restore', app = newApp(cast) }: { kind?: RestoringKind; app?: Device } = {},
): Promise<{ app: Device; recovery: Recovery; mailCode: string }> {
  await app.restoring.start(userName, kind, 'iPhone12,3');
  const recovery = await app.restoring.enterRestoreCode(restoreCode);
  return { app, recovery, mailCode: await cast.mailbox.codeFor(email, recovery.id) };
}

/** *Restore old ID* up to the passcode. */
export async function provedRestore(...asked: Parameters<typeof startedRestore>) {
  const started = await startedRestore(...asked);
  return { ...started, recovery: await started.app.enterMailCode(started.recovery.id, started.mailCode) };
}

/** *Restore old ID* to its end. */
export async function restored(...asked: Parameters<typeof startedRestore>) {
  const proved = await provedRestore(...asked);
  return { ...proved, identity: await proved.app.restoring.finish(newPasscode) };
}

/** *Show QR code* on the phone, scanned by a new app. */
export async function scannedPairing(cast: Cast, { phone }: Person, kind: RestoringKind = 'restore') {
  const { qr, recovery } = await phone.pairing.start(kind, passcode);
  const app = newApp(cast);
  return { app, qr, recovery: await app.restoring.scanPairing(qr, 'iPad8,9'), shown: recovery };
}

/** QR code pairing to its end. */
export async function paired(cast: Cast, holder: Person, kind: RestoringKind = 'restore') {
  const scanned = await scannedPairing(cast, holder, kind);
  await holder.phone.pairing.confirm(scanned.recovery.id, passcode);
  return { ...scanned, identity: await scanned.app.restoring.finish(newPasscode) };
}

/** What a relying service asks, with its key. */
export function askAsService<R extends Route>(
  { world, service }: Cast,
  route: R,
  request: Call<R>,
  key = service.verifyKey,
) {
  return call(
    (path, init) =>
      fetch(`${world.urls.service}${path}`, { ...init, headers: { ...init.headers, authorization: `Bearer ${key}` } }),
    route,
    request,
  );
}

export function startSignIn(cast: Cast, userName: string): Promise<z.output<typeof StartedSignIn>> {
  return askAsService(cast, serviceRoutes.startSignIn, { body: { userName, place: 'Bilbao, Firefox' } });
}

/** The service waits, the person picks its number: signed in. */
export async function signsIn(cast: Cast, device: Device, userName: string, by = passcode): Promise<Identity> {
  const { id, number } = await startSignIn(cast, userName);
  const waiting = (await device.identity.listSignIns()).find((signIn) => signIn.id === id);
  if (waiting === undefined) throw new Error('the sign-in is not offered to this device');
  return device.identity.approveSignIn(waiting, number, by);
}

/** A supervisor who has confirmed who they are a moment ago. */
export async function supervisor(cast: Cast, name: string): Promise<Browser> {
  const email = `${name.toLowerCase()}-${cast.mark}@desk.example`;
  await cast.founding.staff({ name: `${name} Supervisor`, email, role: 'supervisor' }, password);
  const browser = await staffUser(cast.world.urls.console, email, password);
  await stepUp(browser);
  return browser;
}

/** Password once more: good for five minutes. */
export async function stepUp(staff: Browser): Promise<void> {
  await staff.ask(adminRoutes.stepUp, { body: { password } });
}
