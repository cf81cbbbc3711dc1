import { goalsOf } from './goals.ts';
import type { Machine } from './machine.ts';
import type { Results } from './run.ts';
import { recreationSteps } from './recreation.ts';
import { restoreSteps } from './restore.ts';
import { costTable, flowTable, goalsTable, listTable, memoryTable, ratesTable, stepsTable } from './tables.ts';
import { transferSteps } from './transfer.ts';

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

\`npm start\` keeps Temporal's data in a database file: what it does stands in the second part. In memory the floor does little but
compute, and so shows best what HTTP, MongoDB, mail and encryption add to each step on these processors.

${results.map(section).join('\n')}`;
}

function section(results: Results): string {
  const { storage, cost, memory, list } = results;
  const parts = [
    `## ${titles[storage]}`,
    goalsTable(goalsOf(results)),
    '### Rate',
    ratesTable(results),
    '### Steps',
    stepsTable(results),
    '### Cost of one migration',
    costTable(cost),
    ...flowParts(results),
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

/** The flows besides the migration, each with its steps and its cost. */
export function flowParts({ restores, transfers, recreations }: Results): string[] {
  return [
    '### Restore by code',
    flowTable(restores, 'restores', restoreSteps),
    costTable(restores.cost, 'one restore'),
    'By a new app each time, from *Restore old ID* to the ID being ready. `start` and `restore-code` answer no sooner than after 150 and 450 ms, whoever asks: that is what keeps known and unknown identities alike. No floor is measured for them.',
    '### Transfer of one token',
    flowTable(transfers, 'transfers', transferSteps),
    costTable(transfers.cost, 'one transfer'),
    'To a new app each time, from *Transfer tokens* on the phone that has the token to its being proved on the new one, by the typed code. `activate` answers such a code no sooner than after 250 ms, right or wrong. Reading the activation in the outbox is part of the time of a transfer, and of no step.',
    '### Recreation',
    flowTable(recreations, 'recreations', recreationSteps),
    costTable(recreations.cost, 'one recreation'),
    'From *I have misplaced my token* to the first code; security questions were set beforehand. `start` checks a password, `answers` three answers (Argon2id). Reading the code in the outbox and the questions on the page is part of the time of a recreation, and of no step.',
  ];
}
