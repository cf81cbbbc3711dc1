// `npm test`: everything, on a machine with nothing but node and npm. Says what it does, and ends with how many passed.
import { spawn, spawnSync } from 'node:child_process';
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

/** What takes one core each and disturbs nobody runs at the same time; said when it is done, so that nothing is mixed. */
function alongside(title, command, args) {
  const env = { ...process.env, FORCE_COLOR: '0' };
  const checking = spawn(command, args, { env });
  let said = '';
  checking.stdout.on('data', (text) => (said += text));
  checking.stderr.on('data', (text) => (said += text));
  return new Promise((done) => {
    checking.on('error', (error) => done({ title, said: String(error), isGood: false }));
    checking.on('close', (status) => done({ title, said, isGood: status === 0 }));
  });
}

const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx';
console.log('\n── types, lint with the layers, format, dead code');
const lint = alongside('lint, with the layers', npx, ['eslint', '.']);
const others = [
  ['types', ['tsc', '-p', '.']],
  ['format', ['prettier', '--check', '--log-level', 'warn', '.']],
  ['dead code', ['knip']],
];
const checks = [];
for (const [title, args] of others) checks.push(await alongside(title, npx, args));
for (const { title, said, isGood } of [...checks, await lint]) {
  console.log(`${isGood ? '✓' : '✗'} ${title}${said.trim() === '' ? '' : `\n${said.trimEnd()}`}`);
  count(isGood);
}

// Each kind by itself: servers of one must not starve those of another on two cores.
for (const project of ['unit', 'workflows', 'api', 'faults', 'servers', 'browser']) {
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
