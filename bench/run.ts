import type { Plan } from './flags.ts';
import { costOf, type Cost } from './cost.ts';
import type { Flow } from './flow.ts';
import { Floor } from './floor/floor.ts';
import { prepareGround, type Ground, type Storage } from './ground.ts';
import { machineOf, type Machine } from './machine.ts';
import { listTimes, type ListTimes } from './list.ts';
import { letWait, memoryNow, type MemoryOf } from './memory.ts';
import { migrate, migrateAll } from './migration.ts';
import { recreationsOf } from './recreation.ts';
import { restoresOf } from './restore.ts';
import { moreTokens, movers, type Mover } from './people.ts';
import { rateOf, type Rate } from './rates.ts';
import { Timings } from './timing.ts';
import { transfersOf } from './transfer.ts';

export interface MemoryChange {
  waiting: number;
  before: MemoryOf;
  after: MemoryOf;
}

export interface Results {
  storage: Storage;
  rates: Rate[];
  cost: Cost;
  machine: Machine;
  restores: Flow;
  transfers: Flow;
  recreations: Flow;
  memory?: MemoryChange;
  list?: ListTimes;
}

type Say = (line: string) => void;
const warmUps = 3;
const costSamples = 10;

/** Everything that is measured on one storage of Temporal. Memory and list do not depend on it: `isWhole` has them measured too. */
export async function runOn(storage: Storage, plan: Plan, isWhole: boolean, say: Say): Promise<Results> {
  say(`${storage}: starting Temporal, MongoDB, api and worker`);
  const ground = await prepareGround(storage);
  try {
    const most = Math.max(...plan.crowds.map(({ atOnce }) => atOnce));
    say(`${storage}: preparing ${String(most)} people`);
    const crowd = await movers(ground, most, warmUps);
    await migrateAll(crowd, warmUps, ground.world.urls.outbox, new Timings());
    say(`${storage}: one migration alone`);
    const [alone] = crowd as [Mover];
    await moreTokens(ground, alone, costSamples);
    const cost = await costOf(ground, () => migrate(alone, ground.world.urls.outbox, new Timings()));
    const rates = await ratesOf(ground, crowd, plan, say);
    const flows = await flowsOf(ground, crowd, plan, say);
    const measured = { storage, rates, cost, ...flows, machine: await machineOf(ground) };
    return isWhole ? { ...measured, ...(await alsoMeasured(ground, crowd, plan, say)) } : measured;
  } finally {
    await ground.stop();
  }
}

async function flowsOf(ground: Ground, crowd: Mover[], plan: Plan, say: Say) {
  say('transfers, 1 and 16 at once');
  const transfers = await transfersOf(ground, crowd, plan);
  say('recreations, 1 and 16 at once');
  const recreations = await recreationsOf(ground, plan);
  say('restores by code, 1 and 16 at once');
  return { transfers, recreations, restores: await restoresOf(ground, crowd, plan) };
}

async function ratesOf(ground: Ground, crowd: Mover[], plan: Plan, say: Say): Promise<Rate[]> {
  const { world, temporal } = ground;
  const floor = await Floor.start(temporal, world.settings.TEMPORAL_ADDRESS ?? '', world.logs);
  const rates: Rate[] = [];
  try {
    await floor.run(16, 2, new Timings());
    for (const size of plan.crowds) {
      say(`migrations and floor, ${String(size.atOnce)} at once`);
      const some = crowd.slice(0, size.atOnce);
      await Promise.all(some.map((mover) => moreTokens(ground, mover, size.each * plan.rounds)));
      rates.push(await rateOf(some, size, plan.rounds, floor, world.urls.outbox));
    }
  } finally {
    await floor.stop();
  }
  return rates;
}

async function alsoMeasured(ground: Ground, crowd: Mover[], plan: Plan, say: Say) {
  say(`memory, with 0 and ${String(plan.waiting)} waiting`);
  const before = await memoryNow(ground);
  await letWait(ground, crowd, plan.waiting);
  const after = await memoryNow(ground);
  say(`the console's list over ${String(plan.recoveries)} recoveries`);
  const list = await listTimes(ground, plan.recoveries, plan.asks);
  return { memory: { waiting: plan.waiting, before, after }, list };
}
