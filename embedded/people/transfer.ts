import type { z } from 'zod';
import type { Recovery } from '../../contracts/recoveries.ts';
import { adminRoutes } from '../../contracts/routes/admin.ts';
import { portalRoutes } from '../../contracts/routes/portal.ts';
import type { ActivationPage, ChangeTransferPolicy, TransferPolicy } from '../../contracts/transfer.ts';
import type { Device } from '../../device-sdk/device.ts';
import type { HeldToken } from '../../device-sdk/state.ts';
import { stepUp, newApp } from './identity.ts';
import type { Cast, Person } from './cast.ts';
import type { Message } from './mailbox.ts';

type Change = Partial<z.input<typeof ChangeTransferPolicy>>;

/** What the administrator sets up for guide 002: on, online, and the address at which this machine's phones reach the mobile API. */
export async function setTransfers({ administrator, world }: Cast, change: Change = {}): Promise<TransferPolicy> {
  const { hostname: host, port } = new URL(world.urls.device);
  await stepUp(administrator);
  return administrator.ask(adminRoutes.changeTransferPolicy, {
    body: {
      isOn: true,
      servicesOff: [],
      provisioning: 'online',
      publicAddress: { host, port: Number(port) },
      isMobileApiOn: true,
      isStrict: false,
      reason: 'Phones are replaced this month',
      ...change,
    },
  });
}

/** What the activation message says. */
export interface Activation {
  qr: string;
  code: string;
  userName: string;
}

/** *Transfer tokens* on the old phone. @param tokens all of the person's, unless said otherwise */
export async function startedTransfer(
  cast: Cast,
  { phone, email, tokens }: Pick<Person, 'phone' | 'email' | 'tokens'>,
  selected = tokens,
): Promise<{ recovery: Recovery; message: Message }> {
  const recovery = await phone.transfer.start(selected);
  return { recovery, message: await cast.mailbox.about(email, 'transfer-activation', recovery.id) };
}

/** *Transfer tokens*, with the activation as its owner reads it. */
export async function mailedTransfer(...asked: Parameters<typeof startedTransfer>) {
  const started = await startedTransfer(...asked);
  return { ...started, ...activationIn(started.message) };
}

/** *Transfer tokens* to its end, on an app that may be new. */
export async function transferred(
  cast: Cast,
  person: Person,
  app: Device = newApp(cast),
): Promise<{ app: Device; recovery: Recovery; held: HeldToken[] }> {
  const { recovery, qr } = await mailedTransfer(cast, person);
  await app.transfer.activate({ qrText: qr }, 'iPhone12,3');
  return { app, recovery, held: await app.transfer.finish() };
}

export function activationIn({ text }: Pick<Message, 'text'>): Activation {
  const qr = /https?:[^\s<>]+\/#\/activate\?[^\s<>]+/.exec(text)?.[0];
  const [, userName, code] =
    /User name\s+(\S+)\s+Activation code\s+([0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z])/.exec(text) ?? [];
  if (qr === undefined || userName === undefined || code === undefined)
    throw new Error(`the message has no activation: ${text}`);
  return { qr, code, userName };
}

/** What stands in the link of a strict policy's message, behind the #. */
export function pageSecretIn({ text }: Pick<Message, 'text'>): { recovery: string; secret: string } {
  const [, recovery, secret] = /activation#recovery=(\S+?)&secret=([A-Za-z0-9_-]+)/.exec(text) ?? [];
  if (recovery === undefined || secret === undefined) throw new Error(`the message has no link: ${text}`);
  return { recovery, secret };
}

/** The reader of the strict policy's page presses its button. */
export function openedPage(
  { portal }: Pick<Person, 'portal'>,
  link: { recovery: string; secret: string },
): Promise<ActivationPage> {
  return portal.ask(portalRoutes.openActivationPage, { body: link });
}
