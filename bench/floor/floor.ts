import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WithStartWorkflowOperation, type Client } from '@temporalio/client';
import { startChild } from '../../embedded/child.ts';
import { root } from '../../embedded/root.ts';
import { programEnvironment } from '../../embedded/world-settings.ts';
import { allAtOnce, type Pace, type Timings } from '../timing.ts';
import { floorQueue } from './nothing.ts';

const entry = fileURLToPath(new URL('./worker.ts', import.meta.url));

/** What the same servers do at best: bare workflows, without codec, HTTP or database, by a worker of their own. */
export class Floor {
  private constructor(
    private readonly client: Client,
    readonly stop: () => Promise<void>,
  ) {}

  static async start(client: Client, address: string, logs: string): Promise<Floor> {
    const worker = await startChild({
      name: 'floor',
      command: process.execPath,
      args: ['--import', 'tsx', entry],
      env: programEnvironment({ TEMPORAL_ADDRESS: address }),
      cwd: root,
      logFile: join(logs, 'floor.log'),
      saysReady: true,
    });
    const died = worker.exited.then((how) => Promise.reject(new Error(`floor ${how}: ${worker.tail(20)}`)));
    died.catch(() => undefined);
    await Promise.race([worker.ready, died]);
    return new Floor(client, () => worker.stop(5_000));
  }

  /** As many runs one after the other as asked for, by each of `atOnce` at the same time. */
  run(atOnce: number, each: number, timings: Timings): Promise<Pace> {
    return allAtOnce(Array.from({ length: atOnce }), async () => {
      for (let lap = 0; lap < each; lap++) await this.once(timings);
      return each;
    });
  }

  private async once(timings: Timings): Promise<void> {
    const workflowId = `floor-${randomUUID()}`;
    const { workflow } = this.client;
    const start = new WithStartWorkflowOperation('floor', {
      workflowId,
      taskQueue: floorQueue,
      workflowIdConflictPolicy: 'USE_EXISTING',
    });
    const options = { startWorkflowOperation: start as never, args: [] as [] };
    await timings.of('start', () => workflow.executeUpdateWithStart('open', options));
    const handle = workflow.getHandle(workflowId);
    await timings.of('confirm', () => handle.executeUpdate('confirm'));
    await timings.of('claim', () => handle.executeUpdate('claim'));
  }
}
