import type { ClientSession, UpdateFilter } from 'mongodb';
import type { PublicKey } from '../contracts/devices.ts';
import { refusal, type Refusal } from '../domain/refusals.ts';
import { identityService, type Actor } from '../domain/words.ts';
import { writeAudit } from './audit.ts';
import { inTransaction, type Database } from './database.ts';
import type { BindingDoc, DeviceDoc, DeviceRef, IdentityFacts, TokenDoc } from './documents.ts';
import { refOf } from './devices.ts';
import { isDuplicateKey } from './errors.ts';
import { newId, newSerial } from './ids.ts';
import { restorationPolicy } from './policies.ts';

export type IdentityDoc = TokenDoc & { identity: IdentityFacts };

export function isIdentity(token: TokenDoc): token is IdentityDoc {
  return token.type === 'identity' && token.identity !== undefined;
}

/** The identity of an account, if it has one. */
export async function identityOf(
  database: Database,
  accountId: string,
  session?: ClientSession,
): Promise<IdentityDoc | null> {
  const token = await database.tokens.findOne(
    { accountId, type: 'identity' },
    session === undefined ? {} : { session },
  );
  return token !== null && isIdentity(token) ? token : null;
}

/** Where the identity is active: a binding for each device. */
export function bindingsOf(database: Database, tokenId: string, session?: ClientSession): Promise<BindingDoc[]> {
  return database.bindings
    .find({ tokenId, state: 'active' }, session === undefined ? {} : { session })
    .sort({ startedAt: 1 })
    .toArray();
}

/** The key of the identity on one device; null when it is not, or no longer, there. */
export function bindingOn(database: Database, tokenId: string, deviceId: string): Promise<BindingDoc | null> {
  return database.bindings.findOne({ tokenId, 'device.id': deviceId, state: 'active' });
}

/** Guide 001, "create an ID": the account's one identity, with its first key pair on this device. Repeated with the same key, it is the same. */
export async function createIdentity(
  database: Database,
  device: DeviceDoc,
  key: { publicKey: PublicKey; thumbprint: string },
  actor: Actor,
): Promise<IdentityDoc | Refusal> {
  try {
    return await inTransaction(database, (session) => create(database, device, key, actor, session));
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    const existing = await identityOf(database, device.accountId);
    const own = existing === null ? null : await bindingOn(database, existing._id, device._id);
    if (existing !== null) return own?.key?.thumbprint === key.thumbprint ? existing : refusal('identity-exists');
    // D-04: the key is another account's.
    const object = { kind: 'device' as const, id: device._id };
    await writeAudit(database, {
      at: new Date(),
      what: 'device.key-taken',
      actor,
      object,
      account: device.accountId,
      detail: { key: key.thumbprint },
    });
    return refusal('device-key-taken');
  }
}

async function create(
  database: Database,
  device: DeviceDoc,
  key: { publicKey: PublicKey; thumbprint: string },
  actor: Actor,
  session: ClientSession,
): Promise<IdentityDoc> {
  const at = new Date();
  const { isOn, isEnforcedAtCreation } = await restorationPolicy(database, session);
  const bindingId = newId('bnd');
  const token: IdentityDoc = {
    _id: newId('tok'),
    serial: newSerial(),
    accountId: device.accountId,
    type: 'identity',
    state: 'active',
    service: identityService,
    device: refOf(device),
    bindingId,
    reservedBy: null,
    createdAt: at,
    identity: {
      signIns: 0,
      isPromptDeclined: false,
      code: null,
      pending: null,
      mustStoreCode: isOn && isEnforcedAtCreation,
      restoreFailures: 0,
      lastRestoreFailureAt: null,
    },
  };
  await database.tokens.insertOne(token, { session });
  await database.bindings.insertOne(identityBinding(bindingId, token, refOf(device), key, at), { session });
  await writeAudit(
    database,
    {
      at,
      what: 'identity.created',
      actor,
      object: { kind: 'token', id: token._id },
      account: device.accountId,
      detail: { device: device._id, key: key.thumbprint },
    },
    session,
  );
  return token;
}

export function identityBinding(
  id: string,
  { _id: tokenId, accountId }: Pick<TokenDoc, '_id' | 'accountId'>,
  device: DeviceRef,
  key: { publicKey: PublicKey; thumbprint: string },
  at: Date,
): BindingDoc {
  return {
    _id: id,
    tokenId,
    tokenType: 'identity',
    accountId,
    device,
    state: 'active',
    isExclusive: false,
    seed: null,
    lastFactor: -1,
    failures: 0,
    lastFailureAt: null,
    startedAt: at,
    endedAt: null,
    end: null,
    service: identityService,
    key,
  };
}

/** Changes an identity that no recovery holds, with its audit record. */
export async function changeIdentity(
  database: Database,
  accountId: string,
  change: { what: string; update: UpdateFilter<TokenDoc>; where?: Record<string, unknown>; reason?: string },
  actor: Actor,
  otherwise: Refusal,
): Promise<IdentityDoc | Refusal> {
  return inTransaction(database, async (session) => {
    const changed = await database.tokens.findOneAndUpdate(
      { accountId, type: 'identity', reservedBy: null, ...change.where },
      change.update,
      { session, returnDocument: 'after' },
    );
    if (changed === null || !isIdentity(changed)) {
      const token = await identityOf(database, accountId, session);
      if (token === null) return refusal('not-found');
      return token.reservedBy === null ? otherwise : refusal('token-reserved', { recoveryId: token.reservedBy.id });
    }
    await writeAudit(
      database,
      {
        at: new Date(),
        what: change.what,
        actor,
        object: { kind: 'token', id: changed._id },
        account: accountId,
        ...(change.reason === undefined ? {} : { reason: change.reason }),
      },
      session,
    );
    return changed;
  });
}
