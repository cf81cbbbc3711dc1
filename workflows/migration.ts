import { activities } from './activities.ts';
import { deviceClaims } from './device.ts';
import type { MigrationInput, Outcome } from './messages.ts';
import { ownerProves } from './owner.ts';
import { Recovery } from './recovery.ts';

/** Guide 000: a token moves to a new phone. Until the new phone has proved itself, the old one keeps working. */
export async function migration(input: MigrationInput): Promise<Outcome> {
  const recovery = new Recovery('migration', input);

  // 1. Choose MIGRATE and ask for a code by e-mail.
  recovery.enter('request');
  const open = () => activities.openMigration(input);

  return recovery.tell(open, async ({ issuedAt }) => {
    // 2. Enter the code and choose CONFIRM.
    recovery.enter('prove-ownership');
    await ownerProves(recovery, issuedAt, input.boundTo);

    // 3. Open the app on your new device, tap +, then Done.   4. The new device proves itself and the token moves.
    recovery.enter('await-device');
    await deviceClaims(recovery);
  });
}
