import type { UpdateFilter } from 'mongodb';
import type { StepId } from '../../domain/guides.ts';
import type { Policy } from '../../domain/policy.ts';
import { callerVerifiedUntil } from '../../domain/recreation.ts';
import { refusal, type Refusal } from '../../domain/refusals.ts';
import type { Database } from '../database.ts';
import type { RecoveryDoc } from '../documents.ts';
import { askOthersNextTime } from '../security-questions.ts';
import { isDisabledStaff } from '../staff.ts';
import { countFailure } from './allowance.ts';
import { refuseInTransaction, type Change, type Transition } from './transition.ts';
import { judgeWhileOpen, whileOpen, type Judged } from './while-open.ts';

/** Guide 003, steps 8 and 9: the browser, the questions, and support for whoever cannot answer them. */

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
  return judgeWhileOpen('mail-code-accepted', database, transition, change, (recovery, at, session) =>
    isRight ? Promise.resolve() : countFailure(database, recovery.account.id, at, session),
  );
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
  return judgeWhileOpen('answers-accepted', database, transition, change, ({ account }, at, session) =>
    isRight ? askOthersNextTime(database, account.id, session) : countFailure(database, account.id, at, session),
  );
}

function known(policy: Policy, at: Date): NonNullable<UpdateFilter<RecoveryDoc>['$set']> {
  return { state: 'proving', deadline: new Date(at.getTime() + policy.limits.recreationClaimWithinMs) };
}

/** *Contact support*: the recovery waits in the agents' queue. */
export function askSupport(database: Database, policy: Policy, transition: Transition): Promise<RecoveryDoc | Refusal> {
  return whileOpen(database, transition, (at) => ({
    at,
    step: 'answer-questions',
    what: 'support-asked',
    update: {
      $set: {
        state: 'awaiting-support',
        deadline: new Date(at.getTime() + policy.limits.supportWithinMs),
        'recreation.support': {
          since: at,
          respondBy: respondBy(policy, at),
          verification: null,
          answeredAt: null,
        },
      },
    },
  }));
}

function respondBy({ limits }: Policy, at: Date): Date {
  return new Date(at.getTime() + limits.supportRespondsWithinMs);
}

/** An agent says how the caller was verified. The last one counts. */
export function recordVerification(
  database: Database,
  transition: Transition,
  { how, note, name }: { how: string; note: string; name: string },
): Promise<RecoveryDoc | Refusal> {
  const by = { id: transition.actor.id, name };
  return whileOpen(database, transition, (at) => ({
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
  return whileOpen(database, transition, async (at, { recreation }, session) => {
    const verification = recreation?.support?.verification ?? null;
    if (verification === null) return refuseInTransaction(refusal('approval-required'));
    if (verification.by.id === transition.actor.id) refuseInTransaction(refusal('own-approval'));
    if (verification.at.getTime() !== verifiedAt) refuseInTransaction(refusal('approval-not-valid'));
    // Judged here and not where it was asked for: a decision may have waited for a worker.
    if (at.getTime() >= callerVerifiedUntil(verifiedAt, policy.limits))
      refuseInTransaction(refusal('caller-verified-too-long-ago'));
    if (!isApproved) return declined(policy, at);
    // S-07: what somebody vouched for who has been disabled since is no ground to let anybody in.
    if (await isDisabledStaff(database, verification.by.id, session))
      refuseInTransaction(refusal('approval-not-valid'));
    return {
      at,
      step: 'choose-action',
      what: 'caller-approved',
      update: { $set: { ...known(policy, at), 'recreation.support.answeredAt': at } },
    };
  });
}

/** That was an answer, and its owner is told so: the next one is owed from now on. */
function declined(policy: Policy, at: Date): Change {
  return {
    at,
    step: 'answer-questions',
    what: 'caller-declined',
    update: {
      $set: { 'recreation.support.verification': null, 'recreation.support.respondBy': respondBy(policy, at) },
    },
  };
}
