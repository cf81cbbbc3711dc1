import type { Hono } from 'hono';
import type { z } from 'zod';
import type { Recreation } from '../../contracts/recreation.ts';
import { recreationRoutes } from '../../contracts/routes/recreation.ts';
import { claimDigest } from '../../domain/claim.ts';
import { canonicalCode } from '../../domain/mail-code.ts';
import { canonicalRegistration } from '../../domain/recreation.ts';
import { answerDigest, normalAnswer } from '../../domain/security-questions.ts';
import type { RecoveryDoc } from '../../store/documents.ts';
import { recreationPolicy } from '../../store/policies.ts';
import { sealForRecovery } from '../../store/travelling.ts';
import type { MessageName, Messages, RecreationInput } from '../../workflows/messages.ts';
import type { ApiDependencies } from '../dependencies.ts';
import type { AccountHolder } from '../guards.ts';
import { mount, type Guard } from '../mount.ts';
import { showOwn } from '../own-recoveries.ts';
import { refuse } from '../problem.ts';
import { recreationForOwner } from '../recreation-views.ts';
import { startRecovery, tell, tellAgain } from '../running-recoveries.ts';
import { isOwnPassword } from '../sign-in/password.ts';

/** Guide 003: *I have misplaced my token*, and what follows in the portal. */
export function portalRecreations(app: Hono, deps: ApiDependencies, guard: Guard<AccountHolder>): void {
  const { masterKey } = deps;

  mount(app, recreationRoutes.startRecreation, guard, async ({ caller, body, idempotencyKey }) => {
    const { accountId, actor, browser } = caller;
    await deps.rateLimits.answers(accountId);
    if (!(await isSelf(deps, accountId, body.userName, body.password))) return refuse('sign-in-failed');
    const { isOn, asksMailCode, startOvers } = await recreationPolicy(deps.database);
    if (!isOn) return refuse('recreation-off');
    const occasion = { principal: accountId, route: 'recreation', idempotencyKey, body: { token: body.token } };
    const id = await startRecovery<RecreationInput>(deps, 'recreation', occasion, {
      accountId,
      actor,
      tokenId: body.token,
      boundTo: browser,
      startOvers,
      ...(asksMailCode ? {} : { way: 'questions' as const }),
    });
    return showOwn(deps, caller, id);
  });

  mount(app, recreationRoutes.showRecreation, guard, ({ caller, params }) => show(deps, caller, params.id));

  mount(app, recreationRoutes.answerQuestions, guard, async ({ caller, params, body }) => {
    const answers = body.answers.map(({ question, answer }) => ({
      question,
      // What can be no answer is judged like a wrong one, and counts.
      digest: answerDigest(masterKey, caller.accountId, question, normalAnswer(answer) ?? ''),
    }));
    const sealed = sealForRecovery(masterKey, params.id, 'answers', JSON.stringify(answers));
    await say(params.id, 'answer-questions', { ...here(caller), sealed });
    return show(deps, caller, params.id);
  });
  mount(app, recreationRoutes.askSupport, guard, async ({ caller, params }) => {
    await say(params.id, 'ask-support', here(caller));
    return show(deps, caller, params.id);
  });
  mount(app, recreationRoutes.confirmRecreation, guard, async ({ caller, params, body }) => {
    await say(params.id, 'recreate', { ...here(caller), reason: body.reason });
    return show(deps, caller, params.id);
  });
  mount(app, recreationRoutes.startOver, guard, async ({ caller, params, idempotencyKey }) => {
    await deps.rateLimits.answers(params.id);
    await tellAgain(deps, params.id, 'start-over', here(caller), idempotencyKey);
    return show(deps, caller, params.id);
  });
  mount(app, recreationRoutes.register, guard, async ({ caller, params, body }) => {
    const code = canonicalRegistration(body.code);
    if (code === 'malformed') return refuse('registration-mistyped');
    const attempt = attemptOf(await own(deps, caller, params.id));
    const sealed = sealForRecovery(masterKey, params.id, 'registration', code);
    await say(params.id, 'register', { ...here(caller), sealed, attempt });
    return show(deps, caller, params.id);
  });
  mount(app, recreationRoutes.enterFirstCode, guard, async ({ caller, params, body }) => {
    const recovery = await own(deps, caller, params.id);
    const otp = canonicalCode(body.code) ?? '';
    const digest = claimDigest(masterKey, params.id, recovery.tokens[0]?.id ?? '', otp);
    await say(params.id, 'first-code', { ...here(caller), digest, attempt: attemptOf(recovery) });
    return showOwn(deps, caller, params.id);
  });

  async function say<N extends MessageName>(recoveryId: string, name: N, message: Messages[N]): Promise<void> {
    await deps.rateLimits.answers(recoveryId);
    await tell(deps, recoveryId, name, message);
  }
}

/** Who asks, and in which browser. */
function here({ actor, accountId, browser }: AccountHolder) {
  return { by: actor, account: accountId, browser };
}

/** Guide 003, step 7: user name and password once more; both of the account that is signed in. */
async function isSelf(deps: ApiDependencies, accountId: string, userName: string, password: string): Promise<boolean> {
  const isRight = await isOwnPassword(deps, accountId, password);
  const account = await deps.database.accounts.findOne({ _id: accountId });
  const typed = userName.toLowerCase();
  return isRight && (typed === account?.userName.toLowerCase() || typed === account?.email.toLowerCase());
}

async function own({ database }: ApiDependencies, caller: AccountHolder, recoveryId: string): Promise<RecoveryDoc> {
  const recovery = await database.recoveries.findOne({ _id: recoveryId, 'account.id': caller.accountId });
  return recovery?.recreation === undefined ? refuse('not-found') : recovery;
}

/** Which activation an answer is for: the same code after a new one is another message. */
function attemptOf({ recreation }: RecoveryDoc): number {
  return recreation?.activation?.attempt ?? 0;
}

async function show(
  deps: ApiDependencies,
  caller: AccountHolder,
  recoveryId: string,
): Promise<z.input<typeof Recreation>> {
  const recovery = await own(deps, caller, recoveryId);
  return recreationForOwner(recovery, caller.browser, deps.masterKey, deps.settings.AUTHENTICATOR_URL);
}
