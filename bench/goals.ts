import { steps } from './migration.ts';
import type { Results } from './run.ts';

export interface Goal {
  what: string;
  wanted: string;
  measured: string;
  isReached: boolean;
}

const share = (value: number) => `${(value * 100).toFixed(0)} %`;
const kib = (bytes: number) => `${(bytes / 1024).toFixed(1)} KiB`;

/** The same process, measured twice with nothing in between, differs by as much. */
const noise = 0.02;
const noMore = 'no more (± 2 %)';

/** What the bench is for: each number that was promised, beside what was measured. */
export function goalsOf(results: Results): Goal[] {
  return [...rateGoals(results), ...costGoals(results), ...memoryGoals(results), ...listGoals(results)];
}

function rateGoals({ rates }: Results): Goal[] {
  const sixteen = rates.find(({ atOnce }) => atOnce === 16);
  if (sixteen === undefined) return [];
  const { ours, floor, oursTimings, floorTimings } = sixteen;
  return [
    {
      what: 'rate to the floor, 16 at once',
      wanted: '≥ 60 %',
      measured: share(ours / floor),
      isReached: ours / floor >= 0.6,
    },
    { what: 'migrations a second, 16 at once', wanted: '> 6', measured: ours.toFixed(1), isReached: ours > 6 },
    ...steps
      .filter((step) => step !== 'waiting')
      .map((step) => {
        const times = oursTimings.percentile(step, 0.95) / floorTimings.percentile(step, 0.95);
        const what = `p95 of ${step} to the floor's, 16 at once`;
        return { what, wanted: '≤ 2 ×', measured: `${times.toFixed(2)} ×`, isReached: times <= 2 };
      }),
  ];
}

function costGoals({ cost }: Results): Goal[] {
  const { events, bytes, roundTrips } = cost;
  return [
    { what: 'history events', wanted: '≤ 45', measured: String(events), isReached: events <= 45 },
    { what: 'history size', wanted: '≤ 16 KiB', measured: kib(bytes), isReached: bytes <= 16 * 1024 },
    { what: 'MongoDB round trips', wanted: '≤ 25', measured: String(roundTrips), isReached: roundTrips <= 25 },
  ];
}

function memoryGoals({ memory }: Results): Goal[] {
  if (memory === undefined) return [];
  const growth = (name: 'api' | 'worker', part: 'resident' | 'heap') =>
    memory.after[name][part] / memory.before[name][part] - 1;
  const waiting = `with ${String(memory.waiting)} waiting`;
  const worker = growth('worker', 'resident');
  const api = growth('api', 'resident');
  return [
    { what: `worker's memory, ${waiting}`, wanted: '< 10 % more', measured: share(worker), isReached: worker < 0.1 },
    { what: `API's memory, ${waiting}`, wanted: noMore, measured: share(api), isReached: api <= noise },
    {
      what: `API's heap, ${waiting}`,
      wanted: noMore,
      measured: share(growth('api', 'heap')),
      isReached: growth('api', 'heap') <= noise,
    },
  ];
}

function listGoals({ list }: Results): Goal[] {
  if (list === undefined) return [];
  const slowest = list.byFilter.toSorted((a, b) => b.p95 - a.p95)[0];
  const worst = slowest === undefined ? Number.NaN : slowest.p95;
  const what = `console's list over ${String(list.recoveries)}, p95 of the slowest filter`;
  const measured = `${worst.toFixed(0)} ms (${slowest?.filter ?? ''})`;
  return [{ what, wanted: '< 100 ms', measured, isReached: worst < 100 }];
}
