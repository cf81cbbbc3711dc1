import { condition, defineUpdate, proxyActivities, setHandler } from '@temporalio/workflow';
import type { NothingActivities } from './nothing.ts';
import { updates } from './nothing.ts';

const { doNothing } = proxyActivities<NothingActivities>({ startToCloseTimeout: '10 seconds' });

/** The least that a migration could cost here: as many updates and activities as ours has, which do nothing, and no timers. */
export async function floor(): Promise<void> {
  let answered = 0;
  for (const name of updates) {
    setHandler(defineUpdate(name), async () => {
      await doNothing();
      answered += 1;
    });
  }
  await condition(() => answered === updates.length);
}
