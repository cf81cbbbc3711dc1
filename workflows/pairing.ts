import { activities } from './activities.ts';
import type { Recovery } from './recovery.ts';

/**
 * The steps *Scan* and *Confirm on the old device*. The first device that scans is the only one, and the old device meets its own
 * one (B-03); whoever photographed the code shows digits that nobody confirms.
 */
export async function devicesPair(recovery: Recovery, fromDeviceId: string): Promise<void> {
  for (;;) {
    const asked = await recovery.next('scan');
    const { by, device, digits } = asked.message;
    const paired = await activities.pairDevice({ ...recovery.transition(by), device, digits });
    if (recovery.settle(asked, paired) === undefined) continue;
    recovery.enter('compare');
    asked.answer();
    break;
  }
  for (;;) {
    const asked = await recovery.next('confirm-pairing');
    const { by } = asked.message;
    if (by.id !== fromDeviceId) {
      asked.refuse('not-found');
    } else if (recovery.settle(asked, await activities.confirmPairing(recovery.transition(by)))) {
      asked.answer();
      return;
    }
  }
}
