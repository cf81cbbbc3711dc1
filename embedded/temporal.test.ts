import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { freePort } from './ports.ts';
import { findTimeSkippingServer, startTemporal, type RunningTemporal, type TemporalOptions } from './temporal.ts';

const searchAttributes = { TestState: 'Keyword', TestDeadline: 'Datetime', TestCount: 'Int' } as const;
const silent = () => undefined;

let folder: string;
const running: RunningTemporal[] = [];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-temporal-test-'));
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((temporal) => temporal.stop()));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function aTemporal(options: Partial<TemporalOptions>): Promise<RunningTemporal> {
  const temporal = await startTemporal({ say: silent, searchAttributes, ...options });
  running.push(temporal);
  return temporal;
}

async function within<T>(temporal: RunningTemporal, use: (client: Client) => Promise<T>): Promise<T> {
  const connection = await Connection.connect({ address: temporal.address });
  try {
    return await use(new Client({ connection }));
  } finally {
    await connection.close();
  }
}

function startWorkflow(client: Client, workflowId: string) {
  return client.workflow.start('anyWorkflow', { taskQueue: 'nobody', workflowId });
}

it('accepts workflows at once, and serves its pages', async () => {
  const temporal = await aTemporal({});
  await within(temporal, async (client) => {
    const { workflowId } = await startWorkflow(client, 'first');
    expect((await client.workflow.getHandle(workflowId).describe()).status.name).toBe('RUNNING');
  });
  expect((await fetch(temporal.uiUrl ?? '')).status).toBe(200);
}, 60_000);

it('keeps its workflows when it is killed and comes back on another port', async () => {
  const before = await aTemporal({ dataDir: folder, port: await freePort(0) });
  await within(before, (client) => startWorkflow(client, 'survivor'));
  process.kill(before.pid ?? 0, 'SIGKILL');
  expect(await before.exited).toBe('ended by SIGKILL');

  const after = await aTemporal({ dataDir: folder, port: await freePort(0) });
  expect(after.address).not.toBe(before.address);
  await within(after, async (client) => {
    expect((await client.workflow.getHandle('survivor').describe()).status.name).toBe('RUNNING');
    const { customAttributes } = await client.connection.operatorService.listSearchAttributes({ namespace: 'default' });
    expect(Object.keys(customAttributes)).toEqual(expect.arrayContaining(Object.keys(searchAttributes)));
  });
}, 60_000);

it('gives the time-skipping server to @temporalio/testing', async () => {
  const path = await findTimeSkippingServer(silent);
  const environment = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path } },
  });
  try {
    const before = await environment.currentTimeMs();
    await environment.sleep('30 days');
    expect((await environment.currentTimeMs()) - before).toBeGreaterThanOrEqual(30 * 86_400_000);
  } finally {
    await environment.teardown();
  }
}, 60_000);
