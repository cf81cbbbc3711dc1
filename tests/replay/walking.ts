import { setTimeout as wait } from 'node:timers/promises';
import type { Stage } from '../workflows/stage.ts';

/** Walks a recovery to one of its ends. @returns its id */
export type Walk = (stage: Stage) => Promise<string>;

/** A refusal is part of the walk. */
export async function refused(deed: Promise<unknown>): Promise<void> {
  const wasRefused = await deed.then(
    () => false,
    () => true,
  );
  if (!wasRefused) throw new Error('should have been refused');
}

/** A refused recovery leaves no record: its workflow is the one that has ended already. */
export async function refusedOne(stage: Stage): Promise<string> {
  for (;;) {
    const ended = stage.time.client.workflow.list({ query: 'ExecutionStatus = "Completed"' });
    for await (const { workflowId } of ended) return workflowId;
    await wait(100);
  }
}
