import { WorkflowNotFoundError, type Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { ClientSession } from 'mongodb';
import { letterFor } from '../activities/letters.ts';
import type { ActivityDependencies } from '../activities/dependencies.ts';
import type { RecoveryDoc } from '../store/documents.ts';
import { queueLetter } from '../store/letters.ts';
import { closeAbandoned } from '../store/recoveries/close.ts';
import { overdueRecoveries } from '../store/recoveries/trouble.ts';
import { workflowIdOf } from '../workflows/messages.ts';

/** What the last letter of a recovery is written and sealed with. */
export type Sweeping = Omit<ActivityDependencies, 'transport'>;

const graceMs = 60_000;
const lookBackMs = 10 * 60_000;

/**
 * Gives tokens back whose workflow can no longer do it: terminated by hand, failed for good, or gone with a lost namespace
 * (temporal.md P10), and has their owners told like anybody else. A workflow that is merely late is left to itself.
 */
export async function sweep(client: Client, deps: Sweeping, log: Logger, now = Date.now()): Promise<number> {
  const { database } = deps;
  const dead = new Set<string>();
  const since = new Date(now - lookBackMs).toISOString();
  const query = `CloseTime > "${since}" AND ExecutionStatus IN ("Terminated", "Failed", "TimedOut", "Canceled")`;
  for await (const execution of client.workflow.list({ query })) dead.add(execution.workflowId);
  for (const recoveryId of await overdueRecoveries(database, new Date(now - graceMs))) {
    if (!(await isRunning(client, recoveryId))) dead.add(recoveryId);
  }
  let closed = 0;
  for (const recoveryId of dead) {
    const recovery = await closeAbandoned(database, recoveryId, (ended, session) =>
      queueLetterOf(deps, ended, session),
    );
    if (recovery?.state === 'failed' && recovery.endedAt !== null && recovery.endedAt.getTime() >= now) {
      closed += 1;
      log.error({ recoveryId }, 'a recovery had lost its workflow: closed, tokens as they were');
    }
  }
  return closed;
}

async function queueLetterOf(deps: Sweeping, ended: RecoveryDoc, session: ClientSession): Promise<void> {
  const { _id: recoveryId, version: seq, account } = ended;
  const letter = letterFor(ended, seq, deps);
  if (letter === undefined) return;
  const to = { accountId: account.id, email: account.email, transition: { recoveryId, seq } };
  await queueLetter(deps.database, deps.vault, to, letter, session);
}

async function isRunning(client: Client, recoveryId: string): Promise<boolean> {
  try {
    const { status } = await client.workflow.getHandle(workflowIdOf(recoveryId)).describe();
    return status.name === 'RUNNING' || status.name === 'CONTINUED_AS_NEW';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}
