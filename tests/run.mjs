// `npm test`: everything, on a machine with nothing but node and npm. Says what it does, and ends with how many passed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { ensureDependencies } from '../embedded/dependencies.mjs';

ensureDependencies();

const results = 'node_modules/.latchkey-test-results.json';
let passed = 0;
let failed = 0;

function run(title, command, args) {
  console.log(`\n── ${title}`);
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, FORCE_COLOR: '0' } });
  return status === 0;
}

function count(isGood) {
  if (isGood) passed += 1;
  else failed += 1;
}

const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx';
count(run('types', npx, ['tsc', '-p', '.']));
count(run('lint, with the layers', npx, ['eslint', '.']));
count(run('format', npx, ['prettier', '--check', '--log-level', 'warn', '.']));
count(run('dead code', npx, ['knip']));

// Each kind by itself: servers of one must not starve those of another on two cores.
for (const project of ['unit', 'workflows', 'api', 'servers', 'browser']) {
  rmSync(results, { force: true });
  const isGood = run(`${project} tests`, npx, [
    'vitest',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${results}`,
  ]);
  const report = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : undefined;
  passed += report?.numPassedTests ?? 0;
  failed += report?.numFailedTests ?? 0;
  // A file that could not even be loaded, or a set-up that broke, has no failed test to count.
  if (!isGood && (report?.numFailedTests ?? 0) === 0) failed += 1;
  const skipped = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
  if (skipped > 0) console.log(`!!! ${skipped} ${project} tests DID NOT RUN, see above`);
}

console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
