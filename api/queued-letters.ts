import type { ApiDependencies } from './dependencies.ts';
import { taskQueue } from '../workflows/messages.ts';

/**
 * Has a queued letter delivered. Not waited for: should Temporal be away, the worker's maintenance finds the letter and starts its
 * delivery under the same id.
 */
export function startDelivery({ temporal, log }: Pick<ApiDependencies, 'temporal' | 'log'>, mailId: string): void {
  temporal.workflow.start('deliverMail', { workflowId: mailId, taskQueue, args: [mailId] }).catch((error: unknown) => {
    log.warn({ error, mailId }, 'delivery will be started by the worker');
  });
}
