import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../embedded/root.ts';
import { planFrom } from './flags.ts';
import { goalsOf } from './goals.ts';
import { loadNow } from './machine.ts';
import { flowParts, report } from './report.ts';
import { runOn } from './run.ts';
import { goalsTable, ratesTable } from './tables.ts';

/** `npm run bench`: see docs/benchmarks.md, which it writes; with --quick it only prints. */
const flags = process.argv.slice(2);
const plan = planFrom(flags);
const at = new Date();
const loadBefore = loadNow();
const say = (line: string) => {
  console.log(`${((Date.now() - at.getTime()) / 1000).toFixed(0).padStart(5)} s  ${line}`);
};

const inMemory = await runOn('memory', plan, true, say);
const onFile = await runOn('file', plan, false, say);
for (const results of [inMemory, onFile])
  console.log(
    [`\n${results.storage}`, ratesTable(results), goalsTable(goalsOf(results)), ...flowParts(results)].join('\n\n'),
  );

if (!plan.isQuick) {
  const circumstances = {
    machine: inMemory.machine,
    at,
    loadBefore,
    flags: flags.length === 0 ? '' : ` -- ${flags.join(' ')}`,
  };
  mkdirSync(join(root, 'docs'), { recursive: true });
  writeFileSync(join(root, 'docs/benchmarks.md'), report([inMemory, onFile], circumstances));
  say('written to docs/benchmarks.md');
}
