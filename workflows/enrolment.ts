import { activities } from './activities.ts';
import { deviceClaims } from './device.ts';
import type { EnrolmentInput, Outcome } from './messages.ts';
import { Recovery } from './recovery.ts';

/** A token's first device. Staff created the token; it waits in its owner's app. */
export async function enrolment(input: EnrolmentInput): Promise<Outcome> {
  const recovery = new Recovery('enrolment', input);

  // 1. We mail you that a token is ready.
  recovery.enter('invite');
  const open = () => activities.openEnrolment(input);

  return recovery.tell(open, async () => {
    // 2. Sign in to the app, tap +, then Done.   3. The device proves itself and the token is active.
    recovery.enter('await-device');
    await deviceClaims(recovery);
  });
}
