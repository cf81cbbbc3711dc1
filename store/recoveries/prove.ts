import type { ClientSession } from 'mongodb';
import { claimWithinMs, type Policy } from '../../domain/policy.ts';
import type { StepId } from '../../domain/guides.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { system, type RecoveryKind } from '../../domain/words.ts';
import type { Database } from '../database.ts';
import type { RecoveryDoc } from '../documents.ts';
import { countFailure, spendAllowance } from './allowance.ts';
import { reservationsFollow } from './reservation.ts';
import { advance, once, refuseInTransaction, timelineOf, type Transition } from './transition.ts';
import { refusal } from '../../domain/refusals.ts';

const movable = ['active', 'locked'] as const;

export interface Proven {
  isRight: boolean;
  recovery: RecoveryDoc;
}

/**
 * Counts one answer to the mailed code and, when it is right, lets the recovery go on to wait for the device: one transaction, so
 * that no answer is ever learnt without having been counted (C-03).
 */
export async function settleMailCode(
  database: Database,
  policy: Policy,
  transition: Transition,
  kind: RecoveryKind,
  isRight: boolean,
): Promise<Proven | Refusal> {
  return once(
    database,
    transition,
    (session) =>
      isRight ? accept(database, policy, transition, kind, session) : reject(database, transition, session),
    (recovery) => ({ isRight: timelineOf(recovery, transition.seq) === 'mail-code-accepted', recovery }),
  );
}

async function accept(
  database: Database,
  policy: Policy,
  transition: Transition,
  kind: RecoveryKind,
  session: ClientSession,
): Promise<Proven> {
  const at = new Date();
  const deadline = new Date(at.getTime() + claimWithinMs(kind, policy));
  const recovery = await advance(
    database,
    transition,
    { at, step: 'await-device', what: 'mail-code-accepted', update: { $set: { state: 'awaiting-device', deadline } } },
    session,
  );
  for (const former of recovery.takesOver) await takeOver(database, recovery, former, at, session);
  await reservationsFollow(database, recovery, session);
  return { isRight: true, recovery };
}

/**
 * A reload takes a token from the confirmed migration that held it; that migration ends here, its purpose fulfilled another way. One
 * that has ended by itself meanwhile has left the token free, or taken it away for good.
 */
async function takeOver(
  database: Database,
  recovery: RecoveryDoc,
  former: { recoveryId: string; tokenId: string },
  at: Date,
  session: ClientSession,
): Promise<void> {
  const isFree = { reservedBy: null, 'device.id': recovery.fromDevice?.id ?? '', state: { $in: [...movable] } };
  const before = await database.tokens.findOneAndUpdate(
    { _id: former.tokenId, $or: [{ 'reservedBy.id': former.recoveryId }, isFree] },
    {
      $set: { reservedBy: { id: recovery._id, kind: 'reload', deadline: recovery.deadline, state: 'awaiting-device' } },
    },
    { session, returnDocument: 'before' },
  );
  if (before === null) return refuseInTransaction(refusal('token-reserved'));
  if (before.reservedBy === null) return;
  const migration = await database.recoveries.findOne(
    { _id: former.recoveryId, state: 'awaiting-device' },
    { session },
  );
  if (migration === null) return refuseInTransaction(refusal('token-reserved'));
  await advance(
    database,
    { recoveryId: former.recoveryId, seq: migration.version + 1, actor: system },
    {
      at,
      step: migration.step,
      what: 'taken-over',
      note: recovery._id,
      update: { $set: { state: 'cancelled', endedAt: at } },
    },
    session,
  );
}

async function reject(database: Database, transition: Transition, session: ClientSession): Promise<Proven> {
  const at = new Date();
  const recovery = await advance(
    database,
    transition,
    { at, step: 'prove-ownership', what: 'mail-code-refused', update: { $inc: { 'challenge.attemptsLeft': -1 } } },
    session,
  );
  await countFailure(database, recovery.account.id, at, session);
  return { isRight: false, recovery };
}

/** Issues the next code; the former one is void from this moment (C-07). */
export async function issueNextCode(
  database: Database,
  policy: Policy,
  transition: Transition,
  accountId: string,
  step: StepId = 'prove-ownership',
): Promise<RecoveryDoc | Refusal> {
  return once(
    database,
    transition,
    async (session) => {
      const at = new Date();
      await spendAllowance(database, accountId, policy, at, { start: false, codeMail: true }, session);
      return advance(
        database,
        transition,
        {
          at,
          step,
          what: 'mail-code-resent',
          update: { $inc: { 'challenge.issue': 1, 'challenge.resendsLeft': -1 }, $set: { 'challenge.issuedAt': at } },
        },
        session,
      );
    },
    (recovery) => recovery,
  );
}
