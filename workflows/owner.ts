import { isRefusal } from '../domain/refusals.ts';
import { activities } from './activities.ts';
import type { Recovery } from './recovery.ts';

/**
 * The step *Enter the code that we mailed you*, shared by every flow that asks for one. Each answer is counted before it is judged,
 * by the workflow's own history (C-03); a new code voids the former.
 * @returns the migrations whose tokens this recovery has taken over
 */
export async function ownerProves(recovery: Recovery, issuedAt: number, boundTo: string): Promise<string[]> {
  let challenge = { issue: 1, issuedAt, boundTo };
  for (;;) {
    const asked = await recovery.next('enter-mail-code', 'resend-mail-code');
    if (asked.name === 'enter-mail-code') {
      recovery.attemptsLeft -= 1;
      const { by, digest } = asked.message;
      const settled = await activities.settleMailCode({
        ...recovery.transition(by),
        kind: recovery.kind,
        digest,
        ...challenge,
      });
      if (isRefusal(settled)) {
        // Nothing was judged.
        recovery.attemptsLeft += 1;
        asked.refuse(settled.refused, settled.facts);
        continue;
      }
      recovery.stands(settled);
      if (settled.isRight) {
        asked.answer();
        return settled.takenOver;
      }
      if (recovery.attemptsLeft === 0) recovery.lock(asked);
      asked.refuse('wrong-code', { attemptsLeft: recovery.attemptsLeft });
    } else {
      challenge = await resend(recovery, asked, challenge);
    }
  }
}

type Asked = Extract<Awaited<ReturnType<Recovery['next']>>, { name: 'resend-mail-code' }>;
type Challenge = { issue: number; issuedAt: number; boundTo: string };

async function resend(recovery: Recovery, asked: Asked, challenge: Challenge): Promise<Challenge> {
  const { policy, accountId } = recovery.input;
  const { by, boundTo, reason } = asked.message;
  const retryAt = challenge.issuedAt + policy.resendAfterMs;
  if (challenge.issue > policy.resends) {
    asked.refuse('no-resends-left');
    return challenge;
  }
  if (Date.now() < retryAt) {
    asked.refuse('resend-too-soon', { retryAt });
    return challenge;
  }
  const sent = await activities.resendMailCode({
    ...recovery.transition(by),
    accountId,
    ...(reason === undefined ? {} : { reason }),
  });
  if (isRefusal(sent)) {
    asked.refuse(sent.refused, sent.facts);
    return challenge;
  }
  recovery.stands(sent);
  asked.answer();
  return { issue: challenge.issue + 1, issuedAt: sent.issuedAt, boundTo: boundTo ?? challenge.boundTo };
}
