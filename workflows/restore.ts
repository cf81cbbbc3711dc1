import { activities } from './activities.ts';
import { deviceClaims } from './device.ts';
import type { Outcome, RestoreInput } from './messages.ts';
import { ownerProves } from './owner.ts';
import { devicesPair } from './pairing.ts';
import { Recovery } from './recovery.ts';

/** Guide 001: an identity comes back on another device, and its former devices are unpaired. */
export function restore(input: RestoreInput): Promise<Outcome> {
  return bringIdentity('restore', input);
}

/** Guide 001: an identity comes to another device as well; the first one stays, unless policy says otherwise. */
export function duplication(input: RestoreInput): Promise<Outcome> {
  return bringIdentity('duplication', input);
}

async function bringIdentity(kind: 'restore' | 'duplication', input: RestoreInput): Promise<Outcome> {
  const recovery = new Recovery(kind, input);
  if (input.way === 'qr') recovery.extensionsLeft = 0;

  // 1. Choose Restore old ID, enter user name and restore code; or choose Show QR code on the old device.
  recovery.enter('request');
  const open = () => activities.openRestore(input);

  return recovery.tell(open, async ({ issuedAt }) => {
    if (input.way === 'code') {
      // 2. Enter the second code that we mailed you.
      recovery.enter('prove-ownership');
      await ownerProves(recovery, issuedAt, input.boundTo);
    } else {
      // 2. Scan it with the new device.   3. Confirm on the old device that both show the same two digits.
      recovery.enter('scan');
      await devicesPair(recovery, input.fromDevice.id);
    }

    // Choose a passcode.   The app makes a new key pair and your ID is ready to use.
    recovery.enter('await-device');
    await deviceClaims(recovery);
  });
}
