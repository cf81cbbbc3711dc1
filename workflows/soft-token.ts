import { activities } from './activities.ts';
import type { BrowserOfOwner } from './browser.ts';

/**
 * The registration code of the app, then its first code. *Start over* gives a new serial number and activation code, and voids
 * whatever was made of the former ones.
 */
export async function softTokenRegisters(owner: BrowserOfOwner, startOvers: number): Promise<void> {
  const { recovery } = owner;
  const { attempts } = recovery.input.policy;
  let attempt = 1;
  let startOversLeft = startOvers;
  let attemptsLeft = attempts;
  for (;;) {
    const isRegistered = recovery.step === 'first-code';
    const asked = await owner.next(isRegistered ? 'first-code' : 'register', 'start-over');
    const { by } = asked.message;
    if (asked.name === 'start-over') {
      if (startOversLeft === 0) {
        asked.refuse('no-start-overs-left');
        continue;
      }
      if (!recovery.settle(asked, await activities.startOver(recovery.transition(by)))) continue;
      attempt += 1;
      startOversLeft -= 1;
      attemptsLeft = attempts;
      recovery.enter('register');
      asked.answer();
      continue;
    }
    if (attemptsLeft === 0 || asked.message.attempt !== attempt) {
      asked.refuse('activation-over');
      continue;
    }
    // Counted before it is judged, by the workflow's own history.
    attemptsLeft -= 1;
    const step = recovery.transition(by);
    const settled = recovery.settle(
      asked,
      asked.name === 'register'
        ? await activities.settleRegistration({ ...step, sealed: asked.message.sealed })
        : await activities.settleFirstCode({ ...step, digest: asked.message.digest }),
    );
    if (settled?.isRight === false) {
      asked.refuse(asked.name === 'register' ? 'wrong-registration' : 'wrong-token-code', { attemptsLeft });
      continue;
    }
    // Right, or nothing was judged.
    attemptsLeft += 1;
    if (settled === undefined) continue;
    asked.answer();
    if (asked.name === 'first-code') return;
    recovery.enter('first-code');
  }
}
