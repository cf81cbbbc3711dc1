import type { Policy } from '../../domain/policy.ts';
import { refusal, type Refusal } from '../../domain/refusals.ts';
import type { StepId } from '../../domain/guides.ts';
import { isOpen } from '../../domain/words.ts';
import type { ClientSession, UpdateFilter } from 'mongodb';
import type { Database } from '../database.ts';
import type { RecoveryDoc } from '../documents.ts';
import { askOthersNextTime } from '../security-questions.ts';
import { countFailure } from './allowance.ts';
import { openUntil } from './admit-device.ts';
import { reservationsFollow } from './reservation.ts';
import { advance, once, refuseInTransaction, timelineOf, type Change, type Transition } from './transition.ts';

/** Guide 003, steps 8 and 9: the browser, the questions, and support for whoever cannot answer them. */

export interface Judged {
  isRight: boolean;
  recovery: RecoveryDoc;
}

/** The mailed code is right: its owner goes on in this browser, from the step where the recovery stands. */
export function proveBrowser(
  database: Database,
  policy: Policy,
  transition: Transition,
  { isRight, boundTo, step }: { isRight: boolean; boundTo: string; step: StepId },
): Promise<Judged | Refusal> {
  const isFirst = step === 'prove-ownership';
  const change = (at: Date): Change =>
    isRight
      ? {
          at,
          step: isFirst ? 'answer-questions' : step,
          what: 'mail-code-accepted',
          update: {
            $set: {
              'recreation.provenIn': boundTo,
              ...(isFirst ? { deadline: new Date(at.getTime() + policy.limits.proveWithinMs) } : {}),
            },
          },
        }
      : { at, step, what: 'mail-code-refused', update: { $inc: { 'challenge.attemptsLeft': -1 } } };
  return judge(database, transition, isRight, change);
}

/** One round of answers, in one verdict. */
export function settleAnswers(
  database: Database,
  policy: Policy,
  transition: Transition,
  isRight: boolean,
): Promise<Judged | Refusal> {
  const change = (at: Date): Change =>
    isRight
      ? { at, step: 'choose-action', what: 'answers-accepted', update: { $set: known(policy, at) } }
      : { at, step: 'answer-questions', what: 'answers-refused', update: { $inc: { 'recreation.roundsLeft': -1 } } };
  return judge(database, transition, isRight, change, (recovery, session) =>
    isRight ? askOthersNextTime(database, recovery.account.id, session) : Promise.resolve(),
  );
}

function known(policy: Policy, at: Date): NonNullable<UpdateFilter<RecoveryDoc>['$set']> {
  return { state: 'proving', deadline: new Date(at.getTime() + policy.limits.recreationClaimWithinMs) };
}

/** Whether the answer was right is kept in the timeline, for whoever asks again. */
async function judge(
  database: Database,
  transition: Transition,
  isRight: boolean,
  change: (at: Date) => Change,
  further: (recovery: RecoveryDoc, session: ClientSession) => Promise<void> = () => Promise.resolve(),
): Promise<Judged | Refusal> {
  return once(
    database,
    transition,
    async (session) => {
      const at = new Date();
      const recovery = await advance(database, transition, change(at), session);
      if (isRight) await reservationsFollow(database, recovery, session);
      else await countFailure(database, recovery.account.id, at, session);
      await further(recovery, session);
      return { isRight, recovery };
    },
    (recovery) => ({ isRight: timelineOf(recovery, transition.seq).endsWith('-accepted'), recovery }),
  );
}

/** *Contact support*: the recovery waits in the agents' queue. */
export function askSupport(database: Database, policy: Policy, transition: Transition): Promise<RecoveryDoc | Refusal> {
  const { supportWithinMs, supportRespondsWithinMs } = policy.limits;
  return settle(database, transition, (at) => ({
    at,
    step: 'answer-questions',
    what: 'support-asked',
    update: {
      $set: {
        state: 'awaiting-support',
        deadline: new Date(at.getTime() + supportWithinMs),
        'recreation.support': {
          since: at,
          respondBy: new Date(at.getTime() + supportRespondsWithinMs),
          verification: null,
          answeredAt: null,
        },
      },
    },
  }));
}

/** An agent says how the caller was verified. The last one counts. */
export function recordVerification(
  database: Database,
  transition: Transition,
  { how, note, name }: { how: string; note: string; name: string },
): Promise<RecoveryDoc | Refusal> {
  const by = { id: transition.actor.id, name };
  return settle(database, transition, (at) => ({
    at,
    step: 'answer-questions',
    what: 'caller-verified',
    note: `${how}: ${note}`,
    update: { $set: { 'recreation.support.verification': { by, at, how, note } } },
  }));
}

/** Four eyes (S-06): whoever verified the caller does not decide about it, and nobody about what they have not read. */
export function decideCaller(
  database: Database,
  policy: Policy,
  transition: Transition,
  { isApproved, verifiedAt }: { isApproved: boolean; verifiedAt: number },
): Promise<RecoveryDoc | Refusal> {
  return settle(
    database,
    transition,
    (at) =>
      isApproved
        ? {
            at,
            step: 'choose-action',
            what: 'caller-approved',
            update: { $set: { ...known(policy, at), 'recreation.support.answeredAt': at } },
          }
        : {
            at,
            step: 'answer-questions',
            what: 'caller-declined',
            update: { $set: { 'recreation.support.verification': null } },
          },
    ({ recreation }) => {
      const verification = recreation?.support?.verification ?? null;
      if (verification === null) return refuseInTransaction(refusal('approval-required'));
      if (verification.by.id === transition.actor.id) refuseInTransaction(refusal('own-approval'));
      if (verification.at.getTime() !== verifiedAt) refuseInTransaction(refusal('approval-not-valid'));
    },
  );
}

function settle(
  database: Database,
  transition: Transition,
  change: (at: Date) => Change,
  check: (before: RecoveryDoc) => void = () => undefined,
): Promise<RecoveryDoc | Refusal> {
  return once(
    database,
    transition,
    async (session) => {
      const at = new Date();
      const before = await openUntil(database, transition.recoveryId, at, refusal('already-finished'), session);
      if (!isOpen(before.state)) refuseInTransaction(refusal('already-finished'));
      check(before);
      const recovery = await advance(database, transition, change(at), session);
      await reservationsFollow(database, recovery, session);
      return recovery;
    },
    (recovery) => recovery,
  );
}
