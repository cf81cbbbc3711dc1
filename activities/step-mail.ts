import { log } from '@temporalio/activity';
import type { RecoveryDoc } from '../store/documents.ts';
import { transitionId } from '../store/recoveries/transition.ts';
import { deliver } from './delivery.ts';
import type { ActivityDependencies } from './dependencies.ts';
import { isStale, letterFor } from './letters.ts';

/** Longer than this, nobody should wait for a provider to answer before their own step does. */
const soonMs = 1_500;

/** Sends the letter that a transition owes, if it owes one. @throws when the provider cannot take it now */
export async function sendStepMail(deps: ActivityDependencies, recovery: RecoveryDoc, seq: number): Promise<void> {
  const letter = letterFor(recovery, seq, deps);
  if (letter === undefined || isStale(letter, recovery, Date.now())) return;
  const { id: accountId, email: to } = recovery.account;
  await deliver(
    deps,
    { mailId: transitionId({ recoveryId: recovery._id, seq }), recoveryId: recovery._id, accountId, to },
    letter,
  );
}

/** Whether the letter left, or there was none to send. If not, the workflow sends it on its own time: a step never waits for a mail provider. */
export function sendStepMailSoon(deps: ActivityDependencies, recovery: RecoveryDoc, seq: number): Promise<boolean> {
  const sent = sendStepMail(deps, recovery, seq).then(
    () => true,
    (error: unknown) => {
      log.warn('the message could not leave at once', { error });
      return false;
    },
  );
  return new Promise((resolve) => {
    const impatience = setTimeout(() => {
      resolve(false);
    }, soonMs);
    void sent.then((isSent) => {
      clearTimeout(impatience);
      resolve(isSent);
    });
  });
}
