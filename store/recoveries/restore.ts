import type { ClientSession } from 'mongodb';
import type { NewDevice } from '../../domain/device.ts';
import { claimWithinMs, type Policy } from '../../domain/policy.ts';
import type { RestoringKind } from '../../domain/restoration.ts';
import { refusal, type Refusal } from '../../domain/refusals.ts';
import type { Actor, RecoveryWay } from '../../domain/words.ts';
import type { Database } from '../database.ts';
import type { DeviceDoc, DeviceRef, RecoveryDoc, TokenDoc } from '../documents.ts';
import { bindingsOf } from '../identities.ts';
import { restorationPolicy } from '../policies.ts';
import { spendAllowance } from './allowance.ts';
import { insertRecovery, type Beginning } from './begin.ts';
import type { Opening } from './open.ts';
import { advance, auditRefusal, once, refuseInTransaction, type Transition } from './transition.ts';

/** Guide 001: an identity comes back on another device (restore), or comes to another one as well (duplication). */

export interface OpeningRestore extends Opening {
  kind: RestoringKind;
  tokenId: string;
}

/** The restore code was right: reserves the identity and issues the second code. Nothing about the identity itself changes. */
export function openRestore(
  database: Database,
  policy: Policy,
  opening: OpeningRestore & { device: NewDevice },
): Promise<RecoveryDoc | Refusal> {
  return open(database, policy, opening, 'code', async (at, session) => ({
    forDevice: (
      await admitDevice(database, opening.recoveryId, opening.accountId, opening.device, opening.actor, at, session)
    ).id,
  }));
}

/** *Show QR code* on a device of the identity. */
export function openPairing(
  database: Database,
  policy: Policy,
  opening: OpeningRestore & { fromDevice: DeviceRef },
): Promise<RecoveryDoc | Refusal> {
  return open(database, policy, opening, 'qr', async (_, session) => {
    const from = { tokenId: opening.tokenId, 'device.id': opening.fromDevice.id, state: 'active' as const };
    if ((await database.bindings.findOne(from, { session })) === null) refuseInTransaction(refusal('not-found'));
    return { device: opening.fromDevice };
  });
}

type Ends = Pick<Beginning, 'forDevice'> & Partial<Pick<Beginning, 'device'>>;

async function open(
  database: Database,
  policy: Policy,
  opening: OpeningRestore,
  way: RecoveryWay,
  endsOf: (at: Date, session: ClientSession) => Promise<Ends>,
): Promise<RecoveryDoc | Refusal> {
  const { accountId, tokenId, kind, recoveryId } = opening;
  const within = way === 'qr' ? policy.limits.pairingWithinMs : policy.limits.proveWithinMs;
  const opened = await once(
    database,
    opening,
    async (session) => {
      const at = new Date();
      const deadline = new Date(at.getTime() + within);
      const { isOn } = await restorationPolicy(database, session);
      if (!isOn) return refuseInTransaction(refusal('restoration-off'));
      const token = await database.tokens.findOneAndUpdate(
        {
          _id: tokenId,
          accountId,
          type: 'identity',
          state: 'active',
          reservedBy: null,
          'identity.code': { $ne: null },
        },
        { $set: { reservedBy: { id: recoveryId, kind, deadline, state: 'proving' } } },
        { session, returnDocument: 'after' },
      );
      if (token === null) return refuseInTransaction(await whyNot(database, accountId, tokenId, session));
      const ends = await endsOf(at, session);
      await refuseTooMany(database, kind, token, ends.forDevice, session);
      const account = await spendAllowance(
        database,
        accountId,
        policy,
        at,
        { start: true, codeMail: way === 'code' },
        session,
      );
      return insertRecovery(
        database,
        policy,
        opening,
        { kind, way, account, tokens: [token], at, deadline, device: token.device, ...ends },
        session,
      );
    },
    (recovery) => recovery,
  );
  if ('refused' in opened) await auditRefusal(database, opening, opened, { kind: 'token', id: tokenId }, accountId);
  return opened;
}

async function whyNot(
  database: Database,
  accountId: string,
  tokenId: string,
  session: ClientSession,
): Promise<Refusal> {
  const token = await database.tokens.findOne({ _id: tokenId, accountId, type: 'identity' }, { session });
  if (token === null) return refusal('not-found');
  if (token.reservedBy !== null) return refusal('token-reserved', { recoveryId: token.reservedBy.id });
  return refusal(token.state === 'active' ? 'restoration-inactive' : 'token-not-ready');
}

/** T-09: a duplicate is refused where the identity is on as many devices as allowed, unless those are unpaired by it. */
export async function refuseTooMany(
  database: Database,
  kind: RecoveryDoc['kind'],
  token: Pick<TokenDoc, '_id'>,
  forDevice: string | undefined,
  session: ClientSession,
): Promise<void> {
  const { maxDevices, unpairsUponDuplication } = await restorationPolicy(database, session);
  if (kind !== 'duplication' || unpairsUponDuplication) return;
  const others = (await bindingsOf(database, token._id, session)).filter(({ device }) => device.id !== forDevice);
  if (others.length >= maxDevices) refuseInTransaction(refusal('too-many-devices'));
}

/** Makes the device that gets the identity known, to this recovery alone until it has got it. */
async function admitDevice(
  database: Database,
  recoveryId: string,
  accountId: string,
  device: NewDevice,
  { address = '' }: Actor,
  at: Date,
  session: ClientSession,
): Promise<DeviceRef> {
  const { id, thumbprint, encryptionKey, model, shortId, platformId } = device;
  const known = await database.devices.findOne({ thumbprint }, { session });
  const isOwn = known?.accountId === accountId;
  if (known !== null && !isOwn) {
    if (known.state !== 'restoring') refuseInTransaction(refusal('device-key-taken'));
    await database.devices.deleteOne({ _id: known._id }, { session });
  }
  const { _id, shortId: ownShortId, proofs } = known !== null && isOwn ? known : { _id: id, shortId, proofs: [] };
  if (known?.state === 'active') return { id: _id, model: known.model, shortId: ownShortId };
  const admitted: DeviceDoc = {
    _id,
    accountId,
    thumbprint,
    encryptionKey,
    model,
    shortId: ownShortId,
    platformId,
    state: 'restoring',
    restoring: recoveryId,
    isAccountDisabled: false,
    signedInAt: at,
    lastSeenAt: at,
    lastAddress: address,
    proofs,
  };
  await database.devices.replaceOne({ _id: admitted._id }, admitted, { upsert: true, session });
  return { id: admitted._id, model, shortId: admitted.shortId };
}

/** The QR code was scanned: from now on it belongs to this device, and to no other (B-03). */
export function pairDevice(
  database: Database,
  policy: Policy,
  transition: Transition,
  device: NewDevice,
  digits: string,
): Promise<RecoveryDoc | Refusal> {
  return once(
    database,
    transition,
    async (session) => {
      const at = new Date();
      const before = await database.recoveries.findOne({ _id: transition.recoveryId }, { session });
      if (before === null) return refuseInTransaction(refusal('link-spent'));
      const ref = await admitDevice(database, before._id, before.account.id, device, transition.actor, at, session);
      if (ref.id === before.fromDevice?.id) refuseInTransaction(refusal('link-spent'));
      const deadline = new Date(at.getTime() + policy.limits.pairingWithinMs);
      const recovery = await advance(
        database,
        transition,
        {
          at,
          step: 'compare',
          what: 'scanned',
          detail: { device: ref.id, key: device.thumbprint },
          update: { $set: { pairing: { digits, device: ref }, forDevice: ref.id, deadline } },
        },
        session,
      );
      await postpone(database, recovery, session);
      return recovery;
    },
    (recovery) => recovery,
  );
}

/** The old device says that both show the same digits. */
export function confirmPairing(
  database: Database,
  policy: Policy,
  transition: Transition,
): Promise<RecoveryDoc | Refusal> {
  return once(
    database,
    transition,
    async (session) => {
      const at = new Date();
      const deadline = new Date(at.getTime() + claimWithinMs('restore', policy));
      const recovery = await advance(
        database,
        transition,
        {
          at,
          step: 'await-device',
          what: 'pairing-confirmed',
          update: { $set: { state: 'awaiting-device', deadline } },
        },
        session,
      );
      await postpone(database, recovery, session);
      return recovery;
    },
    (recovery) => recovery,
  );
}

async function postpone(
  database: Database,
  { _id, state, deadline }: RecoveryDoc,
  session: ClientSession,
): Promise<void> {
  await database.tokens.updateMany(
    { 'reservedBy.id': _id },
    { $set: { 'reservedBy.deadline': deadline, 'reservedBy.state': state } },
    { session },
  );
}
