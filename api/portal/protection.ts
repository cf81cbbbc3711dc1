import type { Hono } from 'hono';
import type { z } from 'zod';
import type { AccountProtection } from '../../contracts/recreation.ts';
import { recreationRoutes } from '../../contracts/routes/recreation.ts';
import { canonicalCode } from '../../domain/mail-code.ts';
import { maskedSerial } from '../../domain/mask.ts';
import {
  answerDigest,
  faultsOf,
  normalAnswer,
  questionsSet,
  securityQuestions,
  type AnswerFault,
  type GivenAnswer,
  type QuestionId,
} from '../../domain/security-questions.ts';
import { isOpen, otpTypes } from '../../domain/words.ts';
import type { TokenDoc } from '../../store/documents.ts';
import { queueLetter } from '../../store/letters.ts';
import { setSecurityQuestions } from '../../store/security-questions.ts';
import { tokensOf } from '../../store/tokens.ts';
import { verifyOwnOtp } from '../../store/verification.ts';
import { isCommonAnswer } from '../common-answers.ts';
import type { ApiDependencies } from '../dependencies.ts';
import type { AccountHolder } from '../guards.ts';
import { mount, type Guard } from '../mount.ts';
import { refuse, RefusedError } from '../problem.ts';
import { startDelivery } from '../queued-letters.ts';

const faultWords: Record<AnswerFault, string> = {
  'too-short-or-long': 'three to 128 letters or digits',
  guessable: 'too easy to guess',
  'same-as-another': 'the same as another answer',
};

/** *Manage my account* (guide 003, step 5): behind the code of a token, once the account has one that works. */
export function portalProtection(app: Hono, deps: ApiDependencies, guard: Guard<AccountHolder>): void {
  const { database, policy, masterKey } = deps;

  mount(app, recreationRoutes.showProtection, guard, ({ caller }) => show(caller));

  mount(app, recreationRoutes.enterTokenCode, guard, async ({ caller, body }) => {
    await deps.rateLimits.answers(caller.accountId);
    const otp = canonicalCode(body.code) ?? '';
    if (!(await verifyOwnOtp(database, deps.vault, policy, caller.accountId, body.token, otp, caller.actor)))
      return refuse('wrong-token-code');
    const until = new Date(Date.now() + policy.limits.secondFactorForMs);
    await database.secondFactors.replaceOne({ _id: caller.browser }, { until }, { upsert: true });
    return show(caller);
  });

  mount(app, recreationRoutes.setSecurityQuestions, guard, async ({ caller, body }) => {
    const { isOpen: mayChange } = await show(caller);
    if (!mayChange) return refuse('second-factor-needed');
    await refuseFaulty(caller.accountId, body.answers);
    const digests = body.answers.map(({ question, answer }) => ({
      question,
      digest: answerDigest(masterKey, caller.accountId, question, normalAnswer(answer) ?? ''),
    }));
    await setSecurityQuestions(database, caller.accountId, digests, caller.actor);
    await tellOwner(caller);
    return show(caller);
  });

  async function show({ accountId, browser }: AccountHolder): Promise<z.input<typeof AccountProtection>> {
    const [tokens, bound, set, open] = await Promise.all([
      tokensOf(database, accountId),
      database.tokens.findOne({ accountId, type: { $in: [...otpTypes] }, bindingId: { $ne: null } }),
      database.securityQuestions.findOne({ _id: accountId }),
      database.secondFactors.findOne({ _id: browser, until: { $gt: new Date() } }),
    ]);
    const otpTokens = tokens.flatMap(protectionOf);
    // Who never had a token is only just beginning (guide 003: "during initial account setup"). One that can prove nothing now,
    // because it is disabled, locked, lost or deleted, is no reason: whoever has the password alone could bring that about.
    const isFirst = set === null && bound === null;
    return {
      isOpen: open !== null || isFirst,
      isOpenUntil: open?.until.toISOString() ?? null,
      tokens: otpTokens,
      questions: {
        choices: Object.entries(securityQuestions).map(([id, text]) => ({ id: id as QuestionId, text })),
        needed: questionsSet,
        set: set?.answers.map(({ question }) => question) ?? [],
        setAt: set?.setAt.toISOString() ?? null,
      },
    };
  }

  async function refuseFaulty(accountId: string, answers: GivenAnswer[]): Promise<void> {
    const account = await database.accounts.findOne({ _id: accountId });
    const known = [account?.userName ?? '', account?.name ?? '', account?.email ?? ''];
    const faults = faultsOf(answers, known, isCommonAnswer);
    if (faults.size === 0) return;
    const errors = [...faults].map(([question, fault]) => ({ path: question, message: faultWords[fault] }));
    throw new RefusedError('answers-refused', {}, errors);
  }

  async function tellOwner({ accountId, actor }: AccountHolder): Promise<void> {
    const account = await database.accounts.findOne({ _id: accountId });
    if (account === null) return;
    const { email, locale, name } = account;
    const facts = { name, at: Date.now(), address: actor.address ?? '', portalUrl: deps.settings.PORTAL_URL };
    const letter = { template: 'questions-set' as const, locale, facts };
    startDelivery(deps, await queueLetter(database, deps.vault, { accountId, email }, letter));
  }
}

function protectionOf(token: TokenDoc): z.input<typeof AccountProtection>['tokens'] {
  const { _id, serial, type, state, service, reservedBy, suspendedBy } = token;
  if (type === 'identity' || state === 'pending') return [];
  const isLost = state === 'suspended' && suspendedBy !== undefined;
  return [
    {
      id: _id,
      maskedSerial: maskedSerial(serial),
      type,
      service,
      mayProve: state === 'active',
      mayRecreate: reservedBy === null && (state === 'active' || state === 'locked' || isLost),
      recovery: reservedBy !== null && isOpen(reservedBy.state) ? reservedBy.id : null,
    },
  ];
}
