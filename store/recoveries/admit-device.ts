import type { ClientSession } from 'mongodb';
import type { NewDevice } from '../../domain/device.ts';
import { refusal } from '../../domain/refusals.ts';
import type { Actor } from '../../domain/words.ts';
import type { Database } from '../database.ts';
import type { DeviceDoc, DeviceRef } from '../documents.ts';
import { refuseInTransaction } from './transition.ts';

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
