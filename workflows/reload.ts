import { getExternalWorkflowHandle, log } from '@temporalio/workflow';
import { activities } from './activities.ts';
import { deviceClaims } from './device.ts';
import { takenOver, workflowIdOf, type Outcome, type ReloadInput } from './messages.ts';
import { ownerProves } from './owner.ts';
import { Recovery } from './recovery.ts';

/** Guide 000, reinstalled app: the tokens of a former installation come back to the phone that held them. */
export async function reload(input: ReloadInput): Promise<Outcome> {
  const recovery = new Recovery('reload', input);

  // 1. Sign in to the reinstalled app and choose OK.
  recovery.enter('request');
  const open = () => activities.openReload(input);

  return recovery.tell(open, async ({ issuedAt }) => {
    // 2. Enter the code that we mailed you.
    recovery.enter('prove-ownership');
    const migrations = await ownerProves(recovery, issuedAt, input.boundTo);
    const told = Promise.all(migrations.map(endMigration));

    // 3. The app takes your tokens back.   4. The device proves itself and its tokens work again.
    recovery.enter('await-device');
    await deviceClaims(recovery, input.forDeviceId);
    await told;
  });
}

/** Its record has ended with the owner's proof; the workflow only learns of it, and may be gone already. */
async function endMigration(recoveryId: string): Promise<void> {
  await getExternalWorkflowHandle(workflowIdOf(recoveryId))
    .signal(takenOver)
    .catch((error: unknown) => {
      log.warn('the migration was gone already', { error });
    });
}
