import type { Goal } from './goals.ts';
import type { MemoryChange, Results } from './run.ts';
import { steps } from './migration.ts';
import type { ListTimes } from './list.ts';
import type { Cost } from './cost.ts';
import type { Flow } from './flow.ts';

const ms = (value: number) => (Number.isNaN(value) ? '–' : value.toFixed(0));
const mib = (bytes: number) => (bytes / 2 ** 20).toFixed(0);

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

export function goalsTable(goals: Goal[]): string {
  const rows = goals.map(({ what, wanted, measured, isReached }) => [
    what,
    wanted,
    measured,
    isReached ? 'yes' : '**no**',
  ]);
  return table(['what', 'wanted', 'measured', 'reached'], rows);
}

export function ratesTable({ rates }: Results): string {
  const rows = rates.map(({ atOnce, done, ours, floor, ratios }) => [
    String(atOnce),
    String(done),
    ours.toFixed(1),
    floor.toFixed(1),
    `${((100 * ours) / floor).toFixed(0)} %`,
    ratios.map((ratio) => `${(ratio * 100).toFixed(0)} %`).join(', '),
  ]);
  return table(['at once', 'migrations', 'a second', 'floor a second', 'ours to floor', 'round by round'], rows);
}

/** p50 / p95 of each step, with the same update of the floor. */
export function stepsTable({ rates }: Results): string {
  const rows = rates.flatMap(({ atOnce, oursTimings, floorTimings }) =>
    steps.map((step) => [
      String(atOnce),
      step,
      ms(oursTimings.percentile(step, 0.5)),
      ms(oursTimings.percentile(step, 0.95)),
      ms(floorTimings.percentile(step, 0.5)),
      ms(floorTimings.percentile(step, 0.95)),
    ]),
  );
  return table(['at once', 'step', 'p50 ms', 'p95 ms', 'floor p50', 'floor p95'], rows);
}

export function costTable({ events, bytes, roundTrips, httpCalls, commands }: Cost, what = 'one migration'): string {
  const named = Object.entries(commands).map(([name, count]) => `${String(count)} ${name}`);
  return table(
    [what, ''],
    [
      ['history events', String(events)],
      ['history bytes, as protobuf', String(bytes)],
      ['MongoDB round trips', `${String(roundTrips)}: ${named.join(', ')}`],
      ['HTTP calls', String(httpCalls)],
    ],
  );
}

/** @param what many of the flow are called */
export function flowTable({ crowds }: Flow, what: string, steps: readonly string[]): string {
  const rows = crowds.flatMap(({ atOnce, done, perSecond, timings }) =>
    steps.map((step, at) => [
      ...(at === 0 ? [String(atOnce), String(done), perSecond.toFixed(1)] : ['', '', '']),
      step,
      ms(timings.percentile(step, 0.5)),
      ms(timings.percentile(step, 0.95)),
    ]),
  );
  return table(['at once', what, 'a second', 'step', 'p50 ms', 'p95 ms'], rows);
}

export function memoryTable({ waiting, before, after }: MemoryChange): string {
  const rows = (['worker', 'api'] as const).map((name) => [
    name,
    mib(before[name].resident),
    mib(after[name].resident),
    mib(before[name].heap),
    mib(after[name].heap),
  ]);
  const many = String(waiting);
  return table(['MiB', 'resident, 0 waiting', `resident, ${many}`, 'heap, 0 waiting', `heap, ${many}`], rows);
}

export function listTable({ byFilter }: ListTimes): string {
  return table(
    ['filter', 'p50 ms', 'p95 ms'],
    byFilter.map(({ filter, p50, p95 }) => [filter, p50.toFixed(0), p95.toFixed(0)]),
  );
}
