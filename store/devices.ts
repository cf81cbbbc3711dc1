import type { ClientSession } from 'mongodb';
import type { PublicKey } from '../contracts/devices.ts';
import { refusal, type Refusal } from '../domain/refusals.ts';
import type { Actor } from '../domain/words.ts';
import { writeAudit } from './audit.ts';
import { inTransaction, type Database } from './database.ts';
import type { DeviceDoc, DeviceRef } from './documents.ts';
import { newId, newShortId } from './ids.ts';
import { isDuplicateKey } from './errors.ts';

/** D-03: longer than a proof can be fresh, at both ends of the allowed skew. */
const proofMemoryMs = 150_000;
/** A device that calls more often than this within that time is refused until it slows down. */
const proofsKept = 300;

export function refOf(device: DeviceDoc): DeviceRef {
  return { id: device._id, model: device.model, shortId: device.shortId };
}

/**
 * Takes a device's proof, once: finds the device, sees that this proof is new, remembers it and notes where the device was seen, in
 * one atomic update (D-03).
 */
export async function takeProof(
  database: Database,
  thumbprint: string,
  jti: string,
  address: string,
): Promise<DeviceDoc | Refusal> {
  const at = new Date();
  const recent = {
    $filter: { input: '$proofs', cond: { $gt: ['$$this.at', new Date(at.getTime() - proofMemoryMs)] } },
  };
  const device = await database.devices.findOneAndUpdate(
    {
      thumbprint,
      state: { $in: ['active', 'restoring'] },
      isAccountDisabled: { $ne: true },
      'proofs.jti': { $ne: jti },
      [`proofs.${String(proofsKept)}`]: { $exists: false },
    },
    [
      {
        $set: {
          proofs: { $concatArrays: [recent, [{ jti: { $literal: jti }, at }]] },
          lastSeenAt: at,
          lastAddress: { $literal: address },
        },
      },
    ],
    { returnDocument: 'after', projection: { proofs: 0 } },
  );
  if (device !== null) return device;
  const known = await database.devices.findOne({ thumbprint, state: { $in: ['active', 'restoring'] } });
  if (known === null) return refusal('device-unknown');
  // Not `device-unknown`, which would have the app wipe tokens that an enabled account may still use.
  if (known.isAccountDisabled) return refusal('forbidden');
  return known.proofs.some((proof) => proof.jti === jti)
    ? refusal('proof-invalid')
    : refusal('rate-limited', { retryAt: at.getTime() + proofMemoryMs });
}

export interface SigningIn {
  accountId: string;
  thumbprint: string;
  encryptionKey: PublicKey;
  model: string;
  platformId: string | null;
  jti: string;
  address: string;
}

/**
 * Signs an installation in. The same key again is the same device; a key that another account has used is refused and on record
 * (D-04).
 */
export async function signInDevice(
  database: Database,
  signingIn: SigningIn,
  actor: Actor,
): Promise<DeviceDoc | Refusal> {
  try {
    return await inTransaction(database, (session) => signIn(database, signingIn, actor, session));
  } catch (error) {
    // The same key was signed in for the first time twice at once: the second finds what the first has made.
    if (!isDuplicateKey(error)) throw error;
    return inTransaction(database, (session) => signIn(database, signingIn, actor, session));
  }
}

async function signIn(
  database: Database,
  signingIn: SigningIn,
  actor: Actor,
  session: ClientSession,
): Promise<DeviceDoc | Refusal> {
  const { accountId, thumbprint, encryptionKey, model, platformId, jti, address } = signingIn;
  const at = new Date();
  // Written, not only read: disabling the account at the same time must meet this device.
  const account = await database.accounts.updateOne(
    { _id: accountId, state: 'active' },
    { $set: { lastSignInAt: at } },
    { session },
  );
  if (account.matchedCount === 0) return refusal('sign-in-failed');
  const former = await database.devices.findOne({ thumbprint }, { session });
  // A device that only tried to restore somebody's identity belongs to nobody yet.
  if (former !== null && former.accountId !== accountId && former.state !== 'restoring') {
    const object = { kind: 'device' as const, id: former._id };
    await writeAudit(database, { at, what: 'device.key-taken', actor, object, account: accountId }, session);
    return refusal('device-key-taken');
  }
  if (former?.proofs.some((proof) => proof.jti === jti)) return refusal('proof-invalid');
  const device: DeviceDoc = {
    _id: former?._id ?? newId('dev'),
    accountId,
    thumbprint,
    encryptionKey,
    model,
    shortId: former?.shortId ?? newShortId(),
    platformId,
    state: 'active',
    restoring: null,
    isAccountDisabled: false,
    signedInAt: at,
    lastSeenAt: at,
    lastAddress: address,
    proofs: [...(former?.proofs ?? []), { jti, at }].slice(-proofsKept),
  };
  await database.devices.replaceOne({ _id: device._id }, device, { upsert: true, session });
  const object = { kind: 'device' as const, id: device._id };
  await writeAudit(
    database,
    { at, what: 'device.signed-in', actor, object, account: accountId, detail: { model } },
    session,
  );
  return device;
}

/** Signs an installation out: what it held stays reserved for a recovery, and its proofs are refused from now on. */
export async function signOutDevice(database: Database, device: DeviceDoc, actor: Actor): Promise<void> {
  await inTransaction(database, async (session) => {
    await database.devices.updateOne(
      { _id: device._id, state: 'active' },
      { $set: { state: 'signed-out' } },
      { session },
    );
    await writeAudit(
      database,
      {
        at: new Date(),
        what: 'device.signed-out',
        actor,
        object: { kind: 'device', id: device._id },
        account: device.accountId,
      },
      session,
    );
  });
}

/** The account's devices that hold tokens, with how many, but for this one. */
export async function devicesWithTokens(
  database: Database,
  accountId: string,
  exceptId: string,
): Promise<{ device: DeviceDoc; tokens: number }[]> {
  const held = await database.tokens
    .aggregate<{ _id: string; tokens: number }>([
      { $match: { accountId, state: { $in: ['active', 'locked'] }, device: { $ne: null } } },
      { $group: { _id: '$device.id', tokens: { $sum: 1 } } },
    ])
    .toArray();
  const counts = new Map(held.map(({ _id, tokens }) => [_id, tokens]));
  const devices = await database.devices
    .find({ _id: { $in: [...counts.keys()].filter((id) => id !== exceptId) } })
    .toArray();
  return devices.map((device) => ({ device, tokens: counts.get(device._id) ?? 0 }));
}
