import type { ClientSession } from 'mongodb';
import { refusal } from '../../domain/refusals.ts';
import type { Database } from '../database.ts';
import type { DeviceRef, RecoveryDoc } from '../documents.ts';
import { identityBinding } from '../identities.ts';
import { newId } from '../ids.ts';
import { restorationPolicy } from '../policies.ts';
import type { ProvenKey } from './proven.ts';
import { refuseUnpairedSince } from './pair.ts';
import { refuseTooMany } from './restore.ts';
import { refuseInTransaction } from './transition.ts';

/**
 * The identity begins on the device that proved its new key: a restore unpairs all former devices in the same transaction, a
 * duplication keeps them unless policy says otherwise. A restore code that was used is void from here. Answers which were
 * unpaired, and puts it on the recovery.
 */
export async function bindIdentity(
  database: Database,
  recovery: RecoveryDoc,
  device: DeviceRef,
  { tokenId, publicKey, thumbprint }: ProvenKey,
  at: Date,
  session: ClientSession,
): Promise<DeviceRef[]> {
  const policy = await restorationPolicy(database, session);
  if (!policy.isOn) refuseInTransaction(refusal('restoration-off'));
  await refuseUnpairedSince(database, recovery, session);
  await refuseTooMany(database, recovery.kind, { _id: tokenId }, device.id, session);
  if ((await database.bindings.findOne({ 'key.thumbprint': thumbprint }, { session })) !== null)
    refuseInTransaction(refusal('device-key-taken'));
  const isAlone = recovery.kind === 'restore' || policy.unpairsUponDuplication;
  const unpaired = await endBindings(database, recovery, tokenId, device, isAlone, at, session);
  const bindingId = newId('bnd');
  const owner = { _id: tokenId, accountId: recovery.account.id };
  await database.bindings.insertOne(identityBinding(bindingId, owner, device, { publicKey, thumbprint }, at), {
    session,
  });
  const usedUp = recovery.way === 'code' ? { 'identity.code': null, 'identity.mustStoreCode': true } : {};
  // One that is only shown yet stands on the screen of a device that stays, or is void with that device.
  const shown = isAlone || recovery.way === 'code' ? { 'identity.pending': null } : {};
  const moved = await database.tokens.updateOne(
    { _id: tokenId, 'reservedBy.id': recovery._id, state: 'active' },
    {
      $set: {
        reservedBy: null,
        device,
        bindingId,
        'identity.restoreFailures': 0,
        'identity.lastRestoreFailureAt': null,
        ...usedUp,
        ...shown,
      },
    },
    { session },
  );
  // Disabled or suspended meanwhile: it must not come back to life by moving.
  if (moved.modifiedCount !== 1) refuseInTransaction(refusal('token-not-ready'));
  return unpaired;
}

/** Ends it on the other devices if it is to be on this one alone; and, always, what this one had of it before. */
async function endBindings(
  database: Database,
  { _id, kind }: RecoveryDoc,
  tokenId: string,
  device: DeviceRef,
  isAlone: boolean,
  at: Date,
  session: ClientSession,
): Promise<DeviceRef[]> {
  const ending = { tokenId, state: 'active' as const, ...(isAlone ? {} : { 'device.id': device.id }) };
  const ended = await database.bindings.find(ending, { session }).toArray();
  const end = { reason: kind === 'restore' ? ('restored' as const) : ('unpaired' as const), to: device };
  await database.bindings.updateMany(ending, { $set: { state: 'ended', endedAt: at, end } }, { session });
  const unpaired = ended.map((binding) => binding.device).filter(({ id }) => id !== device.id);
  await database.recoveries.updateOne({ _id }, { $set: { unpaired } }, { session });
  return unpaired;
}
