import { WorkflowExecutionAlreadyStartedError, type Client } from '@temporalio/client';
import type { Database } from '../store/database.ts';
import { taskQueue } from '../workflows/messages.ts';

const forgottenAfterMs = 30_000;
/** A delivery gives up after a day; what is older was given up. */
const givenUpAfterMs = 25 * 3_600_000;
const atOnce = 100;

/** Starts the delivery of letters that nobody has started, because Temporal was away or the API was killed. @returns how many */
export async function startForgottenLetters(client: Client, database: Database, now = Date.now()): Promise<number> {
  const forgotten = { $lt: new Date(now - forgottenAfterMs), $gt: new Date(now - givenUpAfterMs) };
  const letters = await database.letters
    .find({ queuedAt: forgotten }, { projection: { _id: 1 } })
    .sort({ queuedAt: 1 })
    .limit(atOnce)
    .toArray();
  let started = 0;
  for (const { _id } of letters) if (await isStartedNow(client, _id)) started += 1;
  return started;
}

async function isStartedNow(client: Client, mailId: string): Promise<boolean> {
  try {
    const workflowIdReusePolicy = 'REJECT_DUPLICATE';
    await client.workflow.start('deliverMail', {
      workflowId: mailId,
      taskQueue,
      workflowIdReusePolicy,
      args: [mailId],
    });
    return true;
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return false;
    throw error;
  }
}
