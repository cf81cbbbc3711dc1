import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { expect, inject, test } from 'vitest';
import { encryptingDataConverter } from '../../temporal/data-converter.ts';
import { endings } from './endings.ts';
import { recordedHistories, recordingKeys, type Recorded } from './recorded.ts';

Runtime.install({ logger: new DefaultLogger('ERROR') });

const recorded = recordedHistories();

async function divergence({ workflowId, history }: Recorded): Promise<string | undefined> {
  const options = {
    workflowBundle: { codePath: inject('servers').workflowBundle },
    dataConverter: encryptingDataConverter(recordingKeys),
  };
  for await (const { error } of Worker.runReplayHistories(options, [{ workflowId, history }])) {
    if (error !== undefined) return `${error.name}: ${error.message}`;
  }
  return undefined;
}

test('every ending of every flow is recorded', () => {
  expect(recorded.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(endings)));
});

test.each(recorded)('INV-20 $name replays with the present code', async (history) => {
  expect(await divergence(history)).toBeUndefined();
});

test('a history in which an activity is missing is told from a sound one', async () => {
  const completed = recorded.find(({ name }) => name === 'migration-completed');
  if (completed === undefined) throw new Error('migration-completed is not recorded');
  for (const { activityTaskScheduledEventAttributes: scheduled } of completed.history.events)
    if (scheduled?.activityType?.name === 'moveTokens') scheduled.activityType.name = 'somethingElse';
  expect(await divergence(completed)).toContain('DeterminismViolationError');
});
