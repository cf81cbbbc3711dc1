import { setTimeout as pause } from 'node:timers/promises';
import proto from '@temporalio/proto';
import type { Ground } from './ground.ts';

export interface Cost {
  events: number;
  bytes: number;
  roundTrips: number;
  httpCalls: number;
  /** Round trips by command. */
  commands: Record<string, number>;
}

const { History } = proto.temporal.api.history.v1;
const samples = 7;
/** What drivers and servers say to each other without being asked. */
const chatter = /^(hello|isMaster|ping|serverStatus|endSessions|saslStart|saslContinue|repl\w+|buildInfo|<UNKNOWN>)$/;

/**
 * What one recovery costs, while nothing else goes on. MongoDB's own counters tell the round trips, of api and worker together;
 * the worker's maintenance also counts there now and then, so the median of several migrations is taken.
 */
export async function costOf(ground: Ground, recover: () => Promise<string>): Promise<Cost> {
  const costs: Cost[] = [];
  for (let sample = 0; sample < samples; sample++) {
    await pause(300);
    costs.push(await costOfOne(ground, recover));
  }
  return costs.toSorted((a, b) => a.roundTrips - b.roundTrips)[Math.floor(samples / 2)] as Cost;
}

async function costOfOne(ground: Ground, recover: () => Promise<string>): Promise<Cost> {
  const before = await commandCounts(ground);
  const fetching = countFetches();
  const recoveryId = await recover();
  const outboxReads = 1;
  const httpCalls = fetching.stop() - outboxReads;
  // The last letter and the workflow's end may come after the answer.
  await pause(150);
  const after = await commandCounts(ground);
  const commands: Record<string, number> = {};
  for (const [name, count] of after) {
    const spent = count - (before.get(name) ?? 0) - (name === 'find' ? outboxReads : 0);
    if (spent > 0 && !chatter.test(name)) commands[name] = spent;
  }
  const { events } = await ground.temporal.workflow.getHandle(recoveryId).fetchHistory();
  return {
    events: events?.length ?? 0,
    bytes: History.encode({ events }).finish().length,
    roundTrips: Object.values(commands).reduce((sum, count) => sum + count, 0),
    httpCalls,
    commands,
  };
}

async function commandCounts({ founding }: Ground): Promise<Map<string, number>> {
  const { metrics } = (await founding.database.db.admin().serverStatus()) as {
    metrics: { commands: Record<string, { total?: number }> };
  };
  return new Map(Object.entries(metrics.commands).map(([name, { total }]) => [name, total ?? 0]));
}

function countFetches(): { stop(): number } {
  const real = globalThis.fetch;
  let calls = 0;
  globalThis.fetch = (...args) => {
    calls += 1;
    return real(...args);
  };
  return {
    stop: () => {
      globalThis.fetch = real;
      return calls;
    },
  };
}
