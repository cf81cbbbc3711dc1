import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { calculateJwkThumbprint } from 'jose';
import { orThrow } from '../../embedded/people/or-throw.ts';
import { defaultRestoration, type RestorationPolicy } from '../../domain/restoration.ts';
import { lastGroupOf } from '../../domain/restore-code.ts';
import { system } from '../../domain/words.ts';
import { createAccount } from '../../store/accounts.ts';
import { refOf } from '../../store/devices.ts';
import type { DeviceDoc, DeviceRef } from '../../store/documents.ts';
import { createIdentity, identityBinding } from '../../store/identities.ts';
import { newId, newShortId } from '../../store/ids.ts';
import { changePolicy } from '../../store/policies.ts';
import { newRestoreCode } from '../../store/restore-codes.ts';
import { confirmRestoreCode, putRestoreCode } from '../../store/restore-function.ts';
import { agent, type Owner } from './owners.ts';
import type { Stage } from './stage.ts';

/** An account holder with an identity: on `device` first, then on the rest of `devices`. */
export interface IdentityOwner extends Owner {
  identity: string;
  devices: DeviceRef[];
}

/** The public half of a key pair, as a device makes one for its own calls or for an identity. */
export async function aKey() {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const jwk = { kty: 'EC' as const, crv: 'P-256' as const, x, y };
  return { publicKey: jwk, thumbprint: await calculateJwkThumbprint(jwk) };
}

/** An installation that nobody knows yet. */
export async function aNewDevice(model = 'iPhone12,3') {
  const { publicKey: encryptionKey, thumbprint } = await aKey();
  return { id: newId('dev'), thumbprint, encryptionKey, model, shortId: newShortId(), platformId: null };
}

/** With an active restore function, unless `hasCode` is false. */
export async function anIdentityOwner(
  stage: Stage,
  { devices = 1, hasCode = true }: { devices?: number; hasCode?: boolean } = {},
): Promise<IdentityOwner> {
  const { database, deps } = stage;
  const name = `ida-${randomUUID().slice(0, 8)}`;
  const email = `${name}@example.org`;
  const wanted = { userName: name, name, email, locale: 'en' };
  const { _id: accountId } = orThrow(await createAccount(database, deps.vault, wanted, system));
  const actor = { kind: 'account-holder' as const, id: accountId, address: '192.0.2.7' };
  const first = await signedIn(stage, accountId);
  const token = orThrow(await createIdentity(database, first, await aKey(), actor));
  const device = refOf(first);
  const ida = { accountId, email, actor, device, tokens: [token._id], identity: token._id, devices: [device] };
  while (ida.devices.length < devices) await bindsToAnother(stage, ida);
  if (hasCode) await storesRestoreCode(stage, ida);
  return ida;
}

async function signedIn({ database }: Stage, accountId: string): Promise<DeviceDoc> {
  const { id, ...device } = await aNewDevice('samsung SM-G970F');
  const now = new Date();
  const seen = { signedInAt: now, lastSeenAt: now, lastAddress: '192.0.2.7', proofs: [] };
  const standing = { state: 'active' as const, restoring: null, isAccountDisabled: false };
  const document = { _id: id, accountId, ...device, ...standing, ...seen };
  await database.devices.insertOne(document);
  return document;
}

async function bindsToAnother(stage: Stage, { accountId, identity, devices }: IdentityOwner): Promise<void> {
  const device = refOf(await signedIn(stage, accountId));
  const owner = { _id: identity, accountId };
  await stage.database.bindings.insertOne(identityBinding(newId('bnd'), owner, device, await aKey(), new Date()));
  devices.push(device);
}

/** "Edit → Restoration settings": shown, and its last group typed. @returns the code */
export async function storesRestoreCode(stage: Stage, owner: IdentityOwner): Promise<string> {
  const code = await isShownRestoreCode(stage, owner);
  const { database, deps } = stage;
  orThrow(await confirmRestoreCode(database, deps.masterKey, owner.accountId, lastGroupOf(code), owner.actor));
  return code;
}

/** Only shown yet. @returns the code */
export async function isShownRestoreCode(stage: Stage, { accountId, actor }: IdentityOwner): Promise<string> {
  const { database, deps } = stage;
  const account = await database.accounts.findOne({ _id: accountId });
  if (account === null) throw new Error(`${accountId} is gone`);
  const { code, kept } = await newRestoreCode(deps.vault, deps.masterKey, account, 'sealed');
  orThrow(await putRestoreCode(database, accountId, kept, actor));
  return code;
}

/** The administrator decides; a stage's policy is one for all of its owners, so set it back. */
export async function administratorDecides({ database }: Stage, changes: Partial<RestorationPolicy>): Promise<void> {
  await changePolicy(database, 'restoration', { ...defaultRestoration, ...changes }, 'For a test', agent, 'Adam');
}

/** Where the identity is active, and why it is not where it was. */
export async function whereabouts({ database }: Stage, identity: string) {
  const bindings = await database.bindings.find({ tokenId: identity }).sort({ startedAt: 1 }).toArray();
  return bindings.map(({ device, state, end }) => [device.id, end?.reason ?? state]);
}
