import type { Refusal } from '../domain/refusals.ts';
import { activities, type Standing } from './activities.ts';
import type { Submission } from './inbox.ts';
import type { Recovery } from './recovery.ts';

/** The newest mailed code: the only one that counts, in the browser or app that asked for it (C-06, C-07). */
export interface Challenge {
  /** How many codes were mailed. */
  issue: number;
  issuedAt: number;
  boundTo: string;
}

/**
 * The step *Enter the code that we mailed you*, shared by every flow that asks for one. Each answer is counted before it is judged,
 * by the workflow's own history (C-03); a new code voids the former.
 * @returns the migrations whose tokens this recovery has taken over
 */
export async function ownerProves(recovery: Recovery, issuedAt: number, boundTo: string): Promise<string[]> {
  let challenge: Challenge = { issue: 1, issuedAt, boundTo };
  for (;;) {
    const asked = await recovery.next('enter-mail-code', 'resend-mail-code');
    if (asked.name === 'enter-mail-code') {
      const { by, digest } = asked.message;
      const { kind } = recovery;
      const settled = await judged(recovery, asked, () =>
        activities.settleMailCode({ ...recovery.transition(by), kind, digest, ...challenge }),
      );
      if (settled !== undefined) {
        asked.answer();
        return settled.takenOver;
      }
    } else {
      challenge = await nextCode(recovery, asked, challenge);
    }
  }
}

/**
 * Counts an answer and has it judged; a wrong one is refused.
 * @returns what the right one brought, for the caller to answer: each step between would change the order of a recorded history
 * @throws Ended with the last wrong one
 */
export async function judged<S extends Standing & { isRight: boolean }>(
  recovery: Recovery,
  asked: Submission<'enter-mail-code'> & Submission,
  judge: () => Promise<S | Refusal>,
): Promise<S | undefined> {
  recovery.attemptsLeft -= 1;
  const settled = recovery.settle(asked, await judge());
  if (settled === undefined) {
    // Nothing was judged.
    recovery.attemptsLeft += 1;
    return undefined;
  }
  if (settled.isRight) return settled;
  if (recovery.attemptsLeft === 0) recovery.lock(asked);
  asked.refuse('wrong-code', { attemptsLeft: recovery.attemptsLeft });
  return undefined;
}

/** *Resend*. @returns the challenge that counts from now on */
export async function nextCode(
  recovery: Recovery,
  asked: Submission<'resend-mail-code'> & Submission,
  challenge: Challenge,
): Promise<Challenge> {
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
  const sent = recovery.settle(
    asked,
    await activities.resendMailCode({
      ...recovery.transition(by),
      accountId,
      at: recovery.step,
      ...(reason === undefined ? {} : { reason }),
    }),
  );
  if (sent === undefined) return challenge;
  asked.answer();
  return { issue: challenge.issue + 1, issuedAt: sent.issuedAt, boundTo: boundTo ?? challenge.boundTo };
}
