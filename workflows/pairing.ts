import { isRefusal } from '../domain/refusals.ts';
import { activities } from './activities.ts';
import type { Recovery } from './recovery.ts';

/**
 * The steps *Scan it with your new device* and *Confirm that both show the same two digits*. The first device that scans is the only
 * one (B-03); whoever photographed the code shows digits that nobody confirms.
 */
export async function devicesPair(recovery: Recovery, fromDeviceId: string): Promise<void> {
  for (;;) {
    const asked = await recovery.next('scan');
    const { by, device, digits } = asked.message;
    const paired = await activities.pairDevice({ ...recovery.transition(by), device, digits });
    if (isRefusal(paired)) {
      asked.refuse(paired.refused, paired.facts);
      continue;
    }
    recovery.stands(paired);
    recovery.enter('compare');
    asked.answer();
    break;
  }
  for (;;) {
    const asked = await recovery.next('confirm-pairing');
    const { by } = asked.message;
    if (by.id !== fromDeviceId) {
      asked.refuse('not-found');
      continue;
    }
    const confirmed = await activities.confirmPairing(recovery.transition(by));
    if (isRefusal(confirmed)) {
      asked.refuse(confirmed.refused, confirmed.facts);
      continue;
    }
    recovery.stands(confirmed);
    asked.answer();
    return;
  }
}
