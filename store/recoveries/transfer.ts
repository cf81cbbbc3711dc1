import type { NewDevice } from '../../domain/device.ts';
import { claimWithinMs, type Policy } from '../../domain/policy.ts';
import { refusal, type Refusal } from '../../domain/refusals.ts';
import { publicBase, whatIsMissing } from '../../domain/transfer.ts';
import { otpTypes } from '../../domain/words.ts';
import type { ClientSession } from 'mongodb';
import type { Database } from '../database.ts';
import type { DeviceRef, RecoveryDoc, TokenDoc } from '../documents.ts';
import { transferPolicy } from '../policies.ts';
import { admitBySpendable } from './admit-device.ts';
import { spendAllowance } from './allowance.ts';
import { insertRecovery } from './begin.ts';
import type { Opening } from './open.ts';
import { reservationsFollow } from './reservation.ts';
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
      const found = await database.tokens.find(selected(opening), { session }).toArray();
      const decided = await possibleNow(
        database,
        found.map(({ service }) => service.id),
        session,
      );
      const tokens = await reserve(database, opening, found, deadline, session);
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

function selected({ accountId, tokenIds, fromDevice }: OpeningTransfer) {
  return { _id: { $in: tokenIds }, accountId, 'device.id': fromDevice.id, type: { $in: [...otpTypes] } };
}

/** What the administrator has switched off begins nothing, and what runs waits for it. Refuses by the name of the setting. */
export async function possibleNow(database: Database, services: string[], session: ClientSession) {
  const decided = await transferPolicy(database, session);
  const { publicAddress } = decided;
  const [gap] = whatIsMissing(decided, services);
  if (gap !== undefined || publicAddress === null) return refuseInTransaction(refusal(gap ?? 'no-public-address'));
  return { ...decided, publicAddress };
}

async function reserve(
  database: Database,
  opening: OpeningTransfer,
  tokens: TokenDoc[],
  deadline: Date,
  session: ClientSession,
): Promise<TokenDoc[]> {
  const { recoveryId, tokenIds } = opening;
  if (tokens.length !== tokenIds.length) return refuseInTransaction(refusal('not-found'));
  const held = tokens.find(({ reservedBy }) => reservedBy !== null);
  if (held?.reservedBy) return refuseInTransaction(refusal('token-reserved', { recoveryId: held.reservedBy.id }));
  if (tokens.some(({ state }) => state !== 'active')) return refuseInTransaction(refusal('token-not-ready'));
  const reservation = { id: recoveryId, kind: 'transfer' as const, deadline, state: 'proving' as const };
  const reserved = await database.tokens.updateMany(
    { ...selected(opening), state: 'active', reservedBy: null },
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
      const ref = await admitBySpendable(database, transition, device, at, session);
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
      await possibleNow(
        database,
        recovery.tokens.map(({ service }) => service.id),
        session,
      );
      await reservationsFollow(database, recovery, session);
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
