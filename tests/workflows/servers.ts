import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { startMongo } from '../../embedded/mongo.ts';
import { root } from '../../embedded/root.ts';
import { findTimeSkippingServer } from '../../embedded/temporal.ts';

/** What every stage needs and all of them can share: MongoDB, the bundled workflows, and where the time-skipping server is. */
export interface Servers {
  mongoUri: string;
  workflowBundle: string;
  timeSkippingServer: string;
}

export async function startServers(): Promise<Servers & { stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-workflows-'));
  const workflowBundle = join(folder, 'workflows.cjs');
  const [mongo, timeSkippingServer, { code }] = await Promise.all([
    startMongo({ say: () => undefined }),
    findTimeSkippingServer(() => undefined),
    bundleWorkflowCode({
      workflowsPath: join(root, 'workflows/main.ts'),
      // A bundle has its own: without it the words of refusals would stand in histories in the clear.
      failureConverterPath: join(root, 'temporal/failure-converter.ts'),
      logger: new DefaultLogger('WARN'),
    }),
  ]);
  writeFileSync(workflowBundle, code);
  return {
    mongoUri: mongo.uri,
    workflowBundle,
    timeSkippingServer,
    stop: async () => {
      await mongo.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
