import type { ClientSession } from 'mongodb';
import { refusal, type Refusal } from '../../domain/refusals.ts';
import type { Database } from '../database.ts';
import type { RecoveryDoc } from '../documents.ts';
import { openUntil } from './admit-device.ts';
import { reservationsFollow } from './reservation.ts';
import { advance, once, timelineOf, type Change, type Transition } from './transition.ts';

export interface Judged {
  isRight: boolean;
  recovery: RecoveryDoc;
}

/**
 * A transition of a recovery that is open by the clock (DB-04), and of its tokens' reservations with it.
 * @param change from what stood before; may refuse, and may change tokens in the same transaction
 * @param further what else the transaction does
 */
export function whileOpen(
  database: Database,
  transition: Transition,
  change: (at: Date, before: RecoveryDoc, session: ClientSession) => Change | Promise<Change>,
  further?: (recovery: RecoveryDoc, at: Date, session: ClientSession) => Promise<void>,
): Promise<RecoveryDoc | Refusal> {
  return once(
    database,
    transition,
    async (session) => {
      const at = new Date();
      const before = await openUntil(database, transition.recoveryId, at, refusal('already-finished'), session);
      const recovery = await advance(database, transition, await change(at, before, session), session);
      await reservationsFollow(database, recovery, session);
      await further?.(recovery, at, session);
      return recovery;
    },
    (recovery) => recovery,
  );
}

/** A transition that judges an answer; which way, is read from the timeline, also by whoever asks again. */
export async function judgeWhileOpen(right: string, ...asked: Parameters<typeof whileOpen>): Promise<Judged | Refusal> {
  const [, { seq }] = asked;
  const recovery = await whileOpen(...asked);
  return 'refused' in recovery ? recovery : { isRight: timelineOf(recovery, seq) === right, recovery };
}
