import { goalsOf } from './goals.ts';
import type { Machine } from './machine.ts';
import type { Results } from './run.ts';
import { costTable, goalsTable, listTable, memoryTable, ratesTable, restoresTable, stepsTable } from './tables.ts';

export interface Circumstances {
  machine: Machine;
  at: Date;
  /** One-minute load before the bench began: what others did meanwhile is not told apart. */
  loadBefore: number;
  flags: string;
}

const titles = { memory: "Temporal's dev server in memory", file: "Temporal's dev server with a database file" };

/** What stands in docs/benchmarks.md: all of it measured in the one run that wrote it. */
export function report(results: Results[], { machine, at, loadBefore, flags }: Circumstances): string {
  const versions = Object.entries(machine.versions).map(([name, version]) => `${name} ${version}`);
  const busy =
    loadBefore < 1
      ? ''
      : `\n**The machine was busy with other work (load ${loadBefore.toFixed(1)} before the bench began).** Rates and times below are worse than on a quiet machine; counts, sizes and ratios taken round by round suffer less.\n`;
  return `# Benchmarks

Written by \`npm run bench${flags}\`; run it again to replace this page. Everything below was measured in one run.

- ${at.toISOString().slice(0, 16).replace('T', ' ')} UTC · ${machine.description}
- ${versions.join(' · ')}
- one-minute load before the bench: ${loadBefore.toFixed(1)}
${busy}
All processes share this machine: Temporal, MongoDB (one member, majority and journalled writes), api, worker and the bench itself.
Migrations go through HTTP with the device SDK, by people who are signed in; accounts and tokens were prepared beforehand. The floor
is a bare workflow with three updates and three activities that do nothing, no timers, no codec, no HTTP and no database, on the same
Temporal and driven as many at once, in turn with ours. \`start\`, \`confirm\` and \`claim\` are a person's steps, each one update;
\`waiting\` ("+" in the app) has no counterpart. Reading the code in the outbox is part of the time of a migration, and of no step.

${results.map(section).join('\n')}`;
}

function section(results: Results): string {
  const { storage, cost, restores, memory, list } = results;
  const parts = [
    `## ${titles[storage]}`,
    goalsTable(goalsOf(results)),
    '### Rate',
    ratesTable(results),
    '### Steps',
    stepsTable(results),
    '### Cost of one migration',
    costTable(cost),
    '### Restore by code',
    restoresTable(restores),
    costTable(restores.cost, 'one restore'),
    'By a new app each time, from *Restore old ID* to the ID being ready. `start` and `restore-code` answer no sooner than after 150 and 450 ms, whoever asks: that is what keeps known and unknown identities alike. No floor is measured for them.',
    ...(memory === undefined
      ? []
      : [
          '### Memory',
          memoryTable(memory),
          'After the migrations above and a full collection; waiting are migrations confirmed and without a device. The worker keeps the 64 newest of them in its cache, whatever their number.',
        ]),
    ...(list === undefined
      ? []
      : [
          `### The console's list over ${String(list.recoveries)} recoveries`,
          listTable(list),
          `First, middle and last page of 25, both orders, by HTTP. All together: p95 ${list.p95.toFixed(0)} ms, slowest ${list.slowest.toFixed(0)} ms.`,
        ]),
  ];
  return `${parts.join('\n\n')}\n`;
}
