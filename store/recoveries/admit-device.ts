import type { ClientSession } from 'mongodb';
import type { NewDevice } from '../../domain/device.ts';
import { refusal, type Refusal } from '../../domain/refusals.ts';
import type { Actor } from '../../domain/words.ts';
import type { Database } from '../database.ts';
import type { DeviceDoc, DeviceRef, RecoveryDoc } from '../documents.ts';
import { refuseInTransaction, type Transition } from './transition.ts';

/** Makes the device that gets the identity known, to this recovery alone until it has got it. */
export async function admitDevice(
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

/**
 * Admits the first device that brings what was shown or mailed: in time by the clock (DB-04), of an account that is not disabled
 * (S-07), and never the device that the recovery is to lead away from.
 */
export async function admitBySpendable(
  database: Database,
  { recoveryId, actor }: Transition,
  device: NewDevice,
  at: Date,
  session: ClientSession,
): Promise<DeviceRef> {
  const spent = refusal('link-spent');
  const recovery = await openUntil(database, recoveryId, at, spent, session);
  const owner = { _id: recovery.account.id, state: 'active' as const };
  if ((await database.accounts.findOne(owner, { session })) === null) refuseInTransaction(spent);
  const ref = await admitDevice(database, recoveryId, owner._id, device, actor, at, session);
  return ref.id === recovery.fromDevice?.id ? refuseInTransaction(spent) : ref;
}

/** DB-04: the clock decides, also while the workflow that will end it is late. */
export async function openUntil(
  database: Database,
  recoveryId: string,
  at: Date,
  otherwise: Refusal,
  session: ClientSession,
): Promise<RecoveryDoc> {
  const recovery = await database.recoveries.findOne({ _id: recoveryId }, { session });
  return recovery !== null && at < recovery.deadline ? recovery : refuseInTransaction(otherwise);
}

/** It has got what it was admitted for, and is a device of the account like any other. */
export async function settleDevice(
  database: Database,
  accountId: string,
  device: DeviceRef,
  session: ClientSession,
): Promise<void> {
  await database.devices.updateOne(
    { _id: device.id, accountId },
    { $set: { state: 'active', restoring: null } },
    { session },
  );
}
