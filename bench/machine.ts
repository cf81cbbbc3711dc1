import { execFileSync } from 'node:child_process';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { createRequire } from 'node:module';
import type { Ground } from './ground.ts';

export interface Machine {
  description: string;
  versions: Record<string, string>;
}

const require = createRequire(import.meta.url);

export async function machineOf({ founding, temporal }: Ground): Promise<Machine> {
  const { version: mongod } = (await founding.database.db.admin().serverInfo()) as { version: string };
  const { serverVersion } = await temporal.workflowService.getSystemInfo({});
  const gib = Math.round(totalmem() / 2 ** 30);
  return {
    description: `${String(cpus().length)} × ${cpus()[0]?.model ?? 'CPU'}, ${String(gib)} GiB, ${type()} ${release()}`,
    versions: {
      node: process.versions.node,
      'Temporal server': serverVersion,
      '@temporalio': versionOf('@temporalio/client'),
      mongod,
      'mongodb driver': versionOf('mongodb'),
      Latchkey: commit(),
    },
  };
}

/** How busy the machine is: the mean over one minute, as `uptime` says it. */
export function loadNow(): number {
  return loadavg()[0] ?? Number.NaN;
}

function versionOf(name: string): string {
  return (require(`${name}/package.json`) as { version: string }).version;
}

function commit(): string {
  try {
    const run = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim();
    return `${run('rev-parse', '--short', 'HEAD')}${run('status', '--porcelain') === '' ? '' : ' with uncommitted changes'}`;
  } catch {
    return 'not in git';
  }
}
