import { activities } from './activities.ts';
import { deviceClaims } from './device.ts';
import type { Outcome, TransferInput } from './messages.ts';
import { Recovery } from './recovery.ts';

/** Guide 002: tokens go from one phone to another, because the old one asks for it. */
export async function transfer(input: TransferInput): Promise<Outcome> {
  const recovery = new Recovery('transfer', input);

  // 1. On the old device: Info, Transfer tokens; select them and acknowledge.
  recovery.enter('request');
  const open = () => activities.openTransfer(input);

  return recovery.tell(open, async () => {
    // 2. On the new device, scan the QR code of our message, or type its code.
    recovery.enter('activate');
    await deviceActivates(recovery);

    // 3. Tap Done: the new device proves itself.   4. The tokens move.
    recovery.enter('await-device');
    await deviceClaims(recovery);
  });
}

/** The first device that brings the activation is the only one (B-03). */
async function deviceActivates(recovery: Recovery): Promise<void> {
  for (;;) {
    const asked = await recovery.next('activate');
    const { by, device } = asked.message;
    const activated = await activities.activateDevice({ ...recovery.transition(by), device });
    if (recovery.settle(asked, activated) === undefined) continue;
    asked.answer();
    return;
  }
}
