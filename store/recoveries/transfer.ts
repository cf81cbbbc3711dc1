import type { NewDevice } from '../../domain/device.ts';
import { claimWithinMs, type Policy } from '../../domain/policy.ts';
import { refusal, type Refusal } from '../../domain/refusals.ts';
import { publicBase, whatIsMissing } from '../../domain/transfer.ts';
import { otpTypes } from '../../domain/words.ts';
import type { ClientSession } from 'mongodb';
import type { Database } from '../database.ts';
import type { DeviceRef, RecoveryDoc, TokenDoc } from '../documents.ts';
import { transferPolicy } from '../policies.ts';
import { admitDevice } from './admit-device.ts';
import { spendAllowance } from './allowance.ts';
import { insertRecovery } from './begin.ts';
import type { Opening } from './open.ts';
import { advance, auditRefusal, once, refuseInTransaction, type Transition } from './transition.ts';

export interface OpeningTransfer extends Opening {
  tokenIds: string[];
  fromDevice: DeviceRef;
}

/** Guide 002, *Transfer tokens*: reserves all selected tokens of the old device, or none. Nothing about them changes yet. */
export async function openTransfer(
  database: Database,
  policy: Policy,
  authenticatorUrl: string,
  opening: OpeningTransfer,
): Promise<RecoveryDoc | Refusal> {
  const { accountId, fromDevice } = opening;
  const opened = await once(
    database,
    opening,
    async (session) => {
      const at = new Date();
      const deadline = new Date(at.getTime() + claimWithinMs('transfer', policy));
      const tokens = await reserve(database, opening, deadline, session);
      const decided = await transferPolicy(database, session);
      const [gap] = whatIsMissing(
        decided,
        tokens.map(({ service }) => service.id),
      );
      if (gap !== undefined || decided.publicAddress === null)
        return refuseInTransaction(refusal(gap ?? 'no-public-address'));
      const account = await spendAllowance(database, accountId, policy, at, { start: true, codeMail: true }, session);
      const activation = { base: publicBase(decided.publicAddress, authenticatorUrl), isStrict: decided.isStrict };
      return insertRecovery(
        database,
        policy,
        opening,
        { kind: 'transfer', account, tokens, at, deadline, device: fromDevice, activation },
        session,
      );
    },
    (recovery) => recovery,
  );
  if ('refused' in opened)
    await auditRefusal(database, opening, opened, { kind: 'device', id: fromDevice.id }, accountId);
  return opened;
}

async function reserve(
  database: Database,
  { recoveryId, accountId, tokenIds, fromDevice }: OpeningTransfer,
  deadline: Date,
  session: ClientSession,
): Promise<TokenDoc[]> {
  const selected = { _id: { $in: tokenIds }, accountId, 'device.id': fromDevice.id, type: { $in: [...otpTypes] } };
  const tokens = await database.tokens.find(selected, { session }).toArray();
  if (tokens.length !== tokenIds.length) return refuseInTransaction(refusal('not-found'));
  const held = tokens.find(({ reservedBy }) => reservedBy !== null);
  if (held?.reservedBy) return refuseInTransaction(refusal('token-reserved', { recoveryId: held.reservedBy.id }));
  if (tokens.some(({ state }) => state !== 'active')) return refuseInTransaction(refusal('token-not-ready'));
  const reservation = { id: recoveryId, kind: 'transfer' as const, deadline, state: 'proving' as const };
  const reserved = await database.tokens.updateMany(
    { ...selected, state: 'active', reservedBy: null },
    { $set: { reservedBy: reservation } },
    { session },
  );
  if (reserved.modifiedCount !== tokenIds.length) refuseInTransaction(refusal('token-reserved'));
  return tokens;
}

/** The new device has brought what the message said: from now on the transfer is for this device, and for no other (B-03). */
export function activateDevice(
  database: Database,
  transition: Transition,
  device: NewDevice,
): Promise<RecoveryDoc | Refusal> {
  return once(
    database,
    transition,
    async (session) => {
      const at = new Date();
      const before = await database.recoveries.findOne({ _id: transition.recoveryId }, { session });
      if (before === null) return refuseInTransaction(refusal('link-spent'));
      const ref = await admitDevice(database, before._id, before.account.id, device, transition.actor, at, session);
      // Where the tokens are, they need not come to.
      if (ref.id === before.fromDevice?.id) refuseInTransaction(refusal('link-spent'));
      const recovery = await advance(
        database,
        transition,
        {
          at,
          step: 'await-device',
          what: 'activated',
          detail: { device: ref.id, key: device.thumbprint },
          update: { $set: { state: 'awaiting-device', forDevice: ref.id } },
        },
        session,
      );
      await database.tokens.updateMany(
        { 'reservedBy.id': recovery._id },
        { $set: { 'reservedBy.state': 'awaiting-device' } },
        { session },
      );
      return recovery;
    },
    (recovery) => recovery,
  );
}

/** The transfer of an account that waits for its activation to be typed; newest first. */
export function awaitingActivation(database: Database, userName: string): Promise<RecoveryDoc[]> {
  return database.recoveries
    .find({
      searchable: userName.toLowerCase(),
      'account.userName': userName.toLowerCase(),
      kind: 'transfer',
      endedAt: null,
    })
    .sort({ startedAt: -1 })
    .limit(20)
    .toArray();
}
