import { activities } from './activities.ts';
import type { Recovery } from './recovery.ts';

/**
 * The steps *Scan it with your new device* and *Confirm that both show the same two digits*. The first device that scans is the only
 * one (B-03); whoever photographed the code shows digits that nobody confirms.
 */
export async function devicesPair(recovery: Recovery, fromDeviceId: string): Promise<void> {
  await newDeviceScans(recovery);
  recovery.enter('compare');
  await oldDeviceConfirms(recovery, fromDeviceId);
}

async function newDeviceScans(recovery: Recovery): Promise<void> {
  for (;;) {
    const asked = await recovery.next('scan');
    const { by, device, digits } = asked.message;
    const paired = await activities.pairDevice({ ...recovery.transition(by), device, digits });
    if (recovery.settle(asked, paired) === undefined) continue;
    asked.answer();
    return;
  }
}

async function oldDeviceConfirms(recovery: Recovery, fromDeviceId: string): Promise<void> {
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
