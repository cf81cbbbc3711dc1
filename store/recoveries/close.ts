import { system, type Actor, type ClosedState } from '../../domain/words.ts';
import type { Refusal } from '../../domain/refusals.ts';
import type { Policy } from '../../domain/policy.ts';
import type { ClientSession } from 'mongodb';
import { inTransaction, type Database } from '../database.ts';
import type { RecoveryDoc, TroubleItem } from '../documents.ts';
import { wakeToken } from './recreate.ts';
import { reservationsFollow } from './reservation.ts';
import { advance, once, type Transition } from './transition.ts';

/** How a recovery ends without effect. */
export type Ending = Exclude<ClosedState, 'completed'>;

/**
 * Ends a recovery and gives its tokens back exactly as they were: the undo that every flow promises before it does anything. It
 * starts from whatever version the recovery stands at, because the step before may or may not have happened. A token that was
 * never enrolled goes with its enrolment.
 * @param also what has to happen with the ending or not at all; not when it had ended before
 * @returns the recovery as it ended, now or before; null when it never began
 */
export async function closeRecovery(
  database: Database,
  recoveryId: string,
  actor: Actor,
  ending: Ending,
  reason?: string,
  also?: (ended: RecoveryDoc, session: ClientSession) => Promise<unknown>,
): Promise<RecoveryDoc | null> {
  return inTransaction(database, async (session) => {
    const before = await database.recoveries.findOne({ _id: recoveryId }, { session });
    if (before === null || before.endedAt !== null) return before;
    const at = new Date();
    // A QR code that nobody scanned is shown anew: nobody needs to look after it.
    const isNothing = ending === 'cancelled' || (ending === 'expired' && before.way === 'qr');
    const trouble: TroubleItem | null = isNothing ? null : { cause: ending, since: at };
    const transition = { recoveryId, seq: before.version + 1, actor, ...(reason === undefined ? {} : { reason }) };
    const recovery = await advance(
      database,
      transition,
      {
        at,
        step: before.step,
        what: ending,
        update: { $set: { state: ending, endedAt: at, trouble, ...withoutSeed(before) } },
      },
      session,
    );
    await releaseTokens(database, recovery, reason, session);
    await also?.(recovery, session);
    return recovery;
  });
}

/** A seed that was registered and never proved is of no use to anybody. */
function withoutSeed({ recreation }: RecoveryDoc): Record<string, null> {
  return recreation?.activation == null ? {} : { 'recreation.activation.seed': null };
}

async function releaseTokens(
  database: Database,
  recovery: RecoveryDoc,
  reason: string | undefined,
  session: ClientSession,
): Promise<void> {
  await wakeToken(database, recovery, reason, session);
  await database.tokens.updateMany(
    { 'reservedBy.id': recovery._id, state: { $ne: 'pending' } },
    { $set: { reservedBy: null } },
    { session },
  );
  if (recovery.kind !== 'enrolment') return;
  const tokenIds = recovery.tokens.map(({ id }) => id);
  await database.tokens.updateMany(
    { _id: { $in: tokenIds }, state: 'pending' },
    { $set: { reservedBy: null, state: 'deleted' } },
    { session },
  );
  await database.certificates.updateMany({ tokenId: { $in: tokenIds } }, { $set: { tokenId: null } }, { session });
}

/** Prolongs the present step. */
export async function extendDeadline(
  database: Database,
  policy: Policy,
  transition: Transition,
  deadline: Date,
): Promise<RecoveryDoc | Refusal> {
  return once(
    database,
    transition,
    async (session) => {
      const before = await database.recoveries.findOne({ _id: transition.recoveryId }, { session });
      const recovery = await advance(
        database,
        transition,
        {
          at: new Date(),
          step: before?.step ?? 'request',
          what: 'extended',
          detail: { byMs: policy.limits.extendByMs },
          update: { $set: { deadline }, $inc: { extensionsLeft: -1 } },
        },
        session,
      );
      await reservationsFollow(database, recovery, session);
      return recovery;
    },
    (recovery) => recovery,
  );
}

/**
 * Ends a recovery whose workflow is gone (INV-4: terminated by hand → tokens as they were within a minute).
 * @param tellOwner puts the letter down that the workflow can no longer send; in the same transaction, so that none is lost or doubled
 */
export async function closeAbandoned(
  database: Database,
  recoveryId: string,
  tellOwner: (ended: RecoveryDoc, session: ClientSession) => Promise<unknown>,
): Promise<RecoveryDoc | null> {
  const closed = await closeRecovery(database, recoveryId, system, 'failed', undefined, tellOwner);
  await database.recoveries.updateOne(
    { _id: recoveryId, state: 'failed' },
    { $set: { 'trouble.cause': 'workflow-gone' } },
  );
  return closed;
}
