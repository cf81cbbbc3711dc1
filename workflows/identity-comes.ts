import type { RestoringKind } from '../domain/restoration.ts';
import { activities } from './activities.ts';
import { deviceClaims } from './device.ts';
import type { Outcome, RestoreInput } from './messages.ts';
import { ownerProves } from './owner.ts';
import { devicesPair } from './pairing.ts';
import { Recovery } from './recovery.ts';

/** What restoring and duplicating share: all but which devices keep the identity, which the last step decides. */
export async function identityComes(kind: RestoringKind, input: RestoreInput): Promise<Outcome> {
  const recovery = new Recovery(kind, input);

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
