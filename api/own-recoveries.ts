import type { z } from 'zod';
import type { Recovery } from '../contracts/recoveries.ts';
import { canonicalCode, proofDigest } from '../domain/mail-code.ts';
import { mailStates } from '../store/mails.ts';
import { ownRecovery } from '../store/own-recovery.ts';
import type { ApiDependencies } from './dependencies.ts';
import type { Caller } from './mount.ts';
import { refuse } from './problem.ts';
import { tell, tellAgain } from './running-recoveries.ts';
import { recoveryForOwner } from './views.ts';

/** What an account holder does with a recovery of their own: the same in the portal and in the app. */
type Owner = Caller & { accountId: string };
type Shown = z.input<typeof Recovery>;

export async function showOwn(deps: ApiDependencies, { accountId }: Owner, recoveryId: string): Promise<Shown> {
  const found = await ownRecovery(deps.database, accountId, recoveryId);
  if (found === null) return refuse('not-found');
  return recoveryForOwner(found.recovery, deps.policy, deps.settings.AUTHENTICATOR_URL, found.mailState);
}

export async function showOwnAll(deps: ApiDependencies, { accountId }: Owner): Promise<Shown[]> {
  const recoveries = await deps.database.recoveries
    .find({ 'account.id': accountId })
    .sort({ startedAt: -1 })
    .limit(20)
    .toArray();
  const states = await mailStates(
    deps.database,
    recoveries.map(({ _id }) => _id),
  );
  return recoveries.map((recovery) =>
    recoveryForOwner(recovery, deps.policy, deps.settings.AUTHENTICATOR_URL, states.get(recovery._id) ?? 'queued'),
  );
}

/** @param boundTo the browser or device that answers: a code is good only where it was asked for (C-06) */
export async function confirmWithCode(
  deps: ApiDependencies,
  caller: Owner,
  recoveryId: string,
  boundTo: string,
  typed: string,
): Promise<void> {
  await deps.rateLimits.answers(recoveryId);
  // What can be no code is judged like a wrong one, and counts: its shape must not tell more than its value.
  const code = canonicalCode(typed) ?? '';
  const digest = proofDigest(deps.masterKey, recoveryId, boundTo, code);
  await tell(deps, recoveryId, 'enter-mail-code', { by: caller.actor, account: caller.accountId, digest });
}

export async function resendOwn(
  deps: ApiDependencies,
  caller: Owner,
  recoveryId: string,
  boundTo: string,
  idempotencyKey: string | undefined,
): Promise<void> {
  await deps.rateLimits.answers(recoveryId);
  await tellAgain(
    deps,
    recoveryId,
    'resend-mail-code',
    { by: caller.actor, account: caller.accountId, boundTo },
    idempotencyKey,
  );
}

export async function cancelOwn(
  deps: ApiDependencies,
  caller: Owner,
  recoveryId: string,
  at: string | undefined,
): Promise<void> {
  await tell(deps, recoveryId, 'cancel', {
    by: caller.actor,
    account: caller.accountId,
    ...(at === undefined ? {} : { at }),
  });
}
