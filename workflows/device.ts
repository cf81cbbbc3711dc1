import { activities } from './activities.ts';
import type { Recovery } from './recovery.ts';

/**
 * The steps *tap +, then Done* and *the device proves itself*: the first device to prove the new seeds gets the tokens, all in one
 * transaction. A proof that does not fit leaves everything as it was.
 * @param onlyDevice the one device that may claim, where the flow is tied to it
 */
export async function deviceClaims(recovery: Recovery, onlyDevice?: string): Promise<void> {
  for (;;) {
    const asked = await recovery.next('claim');
    const { by, device, proofs } = asked.message;
    if (onlyDevice !== undefined && device.id !== onlyDevice) {
      asked.refuse('not-found');
      continue;
    }
    const moved = recovery.settle(asked, await activities.moveTokens({ ...recovery.transition(by), device, proofs }));
    if (moved === undefined) continue;
    if (moved.isRight) {
      recovery.enter('switch');
      asked.answer();
      return;
    }
    asked.refuse('wrong-code');
  }
}
