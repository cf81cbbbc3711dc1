import type { z } from 'zod';
import type { CaseRow } from '../contracts/recoveries.ts';
import type { Recreation, RecreationCase } from '../contracts/recreation.ts';
import type { CallerCheck } from '../contracts/restoration.ts';
import type { Policy } from '../domain/policy.ts';
import { callerVerifiedUntil, recreationCode, recreationUrl } from '../domain/recreation.ts';
import { securityQuestions } from '../domain/security-questions.ts';
import { isOpen } from '../domain/words.ts';
import type { RecoveryDoc, RecreationFacts } from '../store/documents.ts';
import type { StaffCaller } from './guards.ts';
import { refuse } from './problem.ts';

/** How a recreation looks to its owner, and to staff. */

/** Questions and codes only in the browser that has proved whose it is. */
export function recreationForOwner(
  recovery: RecoveryDoc,
  browser: string,
  masterKey: Uint8Array,
  authenticatorUrl: string,
): z.input<typeof Recreation> {
  const { recreation } = recovery;
  if (recreation === undefined) return refuse('not-found');
  const { provenIn, support, activation } = recreation;
  const isHere = isOpen(recovery.state) && provenIn === browser;
  const isAsked = isHere && recovery.step === 'answer-questions';
  return {
    recovery: recovery._id,
    isHere,
    actions: actionsOf(recovery, recreation, isHere),
    questions: isAsked ? recreation.questions.map((id) => ({ id, text: securityQuestions[id] })) : [],
    roundsLeft: recreation.roundsLeft,
    reason: recreation.reason,
    activation:
      isHere && recovery.step === 'register' && activation !== null
        ? shownActivation(recovery, activation, masterKey, authenticatorUrl)
        : null,
    startOversLeft: recreation.startOversLeft,
    support:
      support === null
        ? null
        : {
            since: support.since.toISOString(),
            respondBy: support.respondBy.toISOString(),
            isAnswered: support.answeredAt !== null,
          },
  };
}

function shownActivation(
  { _id, tokens }: RecoveryDoc,
  activation: NonNullable<RecreationFacts['activation']>,
  masterKey: Uint8Array,
  authenticatorUrl: string,
): NonNullable<z.input<typeof Recreation>['activation']> {
  const { serial, expiresAt, attemptsLeft } = activation;
  const code = recreationCode(masterKey, _id, activation, tokens[0]?.type === 'hotp' ? 'hotp' : 'totp');
  return {
    serial,
    code,
    qr: recreationUrl(authenticatorUrl, serial, code),
    expiresAt: expiresAt.toISOString(),
    attemptsLeft,
  };
}

function actionsOf(
  { state, step }: RecoveryDoc,
  { provenIn, roundsLeft, startOversLeft, activation }: RecreationFacts,
  isHere: boolean,
): z.input<typeof Recreation>['actions'] {
  if (!isOpen(state) || provenIn === null) return [];
  if (!isHere) return ['go-on-here'];
  const startOver = startOversLeft > 0 ? (['start-over'] as const) : [];
  switch (step) {
    case 'answer-questions':
      return [
        ...(roundsLeft > 0 ? (['answer'] as const) : []),
        ...(state === 'awaiting-support' ? [] : (['ask-support'] as const)),
      ];
    case 'choose-action':
      return ['recreate'];
    case 'register': {
      const isUsable = activation !== null && activation.attemptsLeft > 0 && activation.expiresAt > new Date();
      return [...(isUsable ? (['register'] as const) : []), ...startOver];
    }
    case 'first-code':
      return [
        ...(activation !== null && activation.attemptsLeft > 0 ? (['enter-first-code'] as const) : []),
        ...startOver,
      ];
    default:
      return [];
  }
}

/** Nothing here could be used to answer in the owner's place. */
export function recreationForStaff(
  { recreation, state, account }: RecoveryDoc,
  { actor, role, email }: StaffCaller,
  policy: Policy,
  now: Date,
): z.input<typeof RecreationCase> | null {
  if (recreation === undefined) return null;
  const { reason, roundsLeft, startOversLeft, support } = recreation;
  const mayHelp = state === 'awaiting-support' && account.email !== email.toLowerCase();
  const shown = support?.verification == null ? null : verificationForStaff(support.verification, policy, now);
  const isAnothers = shown !== null && shown.by.id !== actor.id;
  return {
    reason,
    roundsLeft,
    startOversLeft,
    support: support && {
      since: support.since.toISOString(),
      respondBy: support.respondBy.toISOString(),
      verification: shown,
      answeredAt: support.answeredAt?.toISOString() ?? null,
    },
    mayVerify: mayHelp && (role === 'agent' || role === 'supervisor'),
    mayDecide: mayHelp && role === 'supervisor' && isAnothers && shown.isGood,
  };
}

type Verification = NonNullable<NonNullable<RecreationFacts['support']>['verification']>;

function verificationForStaff({ by, at, how, note }: Verification, { limits }: Policy, now: Date) {
  const until = callerVerifiedUntil(at.getTime(), limits);
  return {
    by,
    at: at.toISOString(),
    goodUntil: new Date(until).toISOString(),
    isGood: now.getTime() < until,
    callerCheck: { how: how as CallerCheck['how'], note },
  };
}

/** What the support queue shows of whoever waits in it. */
export function supportInQueue(
  { state, recreation }: RecoveryDoc,
  policy: Policy,
  now: Date,
): z.input<typeof CaseRow>['support'] {
  const support = recreation?.support ?? null;
  if (state !== 'awaiting-support' || support === null) return null;
  const { since, respondBy, verification } = support;
  const shown = verification && verificationForStaff(verification, policy, now);
  return {
    since: since.toISOString(),
    respondBy: respondBy.toISOString(),
    isVerified: shown?.isGood ?? false,
    verifiedUntil: shown?.goodUntil ?? null,
  };
}
