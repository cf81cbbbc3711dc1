// Plain JavaScript without a dependency: on a fresh clone there is nothing else to run yet.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = dirname(import.meta.dirname);

/** Installs what package-lock.json names, unless it is there already. Ends the process when it cannot. */
export function ensureDependencies() {
  process.chdir(root);
  if (!dependenciesAreCurrent()) installDependencies();
}

/** What is installed, against what package-lock.json asks for; dates say nothing after a `git checkout`. */
function dependenciesAreCurrent() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const wanted = packagesIn(join(root, 'package-lock.json'));
  const present = packagesIn(installed);
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional || present[path]?.version === entry.version,
  );
}

function packagesIn(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

function installDependencies() {
  console.log('packages: installing what package-lock.json names (npm ci)');
  if (npm('ci', '--loglevel=silent')) return;
  // It refuses a lock file that names no package for some other platform; what it names for this one is all we need.
  console.log('packages: npm ci refused; trying npm install, which keeps to package-lock.json too');
  if (npm('install', '--no-save', '--loglevel=error')) return;
  console.error('packages: they could not be installed. Nothing was started.');
  process.exit(1);
}

function npm(...request) {
  const script = process.env.npm_execpath;
  const [command, ...args] = script?.endsWith('npm-cli.js') ? [process.execPath, script] : ['npm'];
  // The pages are built here, so the tools that build them are wanted whatever NODE_ENV says.
  args.push(...request, '--include=dev', '--no-audit', '--no-fund');
  return spawnSync(command, args, { stdio: 'inherit' }).status === 0;
}
