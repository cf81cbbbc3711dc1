import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Say } from './binaries.ts';
import { reasonOf } from './errors.ts';
import { run } from './run.ts';

const commands = ['chromium', 'chromium-browser', 'google-chrome'];
const installLimitMs = 300_000;
const installation = ['install', '-y', '--no-install-recommends', 'chromium'];

/**
 * Finds a Chromium for the browser tests.
 * @param options.mayInstall whether to install one: needs root and apt
 * @returns its path, or undefined after saying loudly that there is none
 */
export async function findChromium(say: Say, options: { mayInstall: boolean }): Promise<string | undefined> {
  const present = onPath();
  if (present !== undefined) return present;
  const isRoot = process.getuid?.() === 0;
  if (options.mayInstall && isRoot && whereIs('apt-get') !== undefined) {
    say('chromium: none on PATH; installing it with apt-get');
    await install().catch((error: unknown) => {
      say(`chromium: apt-get failed: ${reasonOf(error)}`);
    });
  }
  const installed = onPath();
  if (installed === undefined) {
    say(`!!! NO CHROMIUM: looked for ${commands.join(', ')} on PATH. The browser tests cannot run.`);
    say('!!! Install it as root: apt-get install chromium');
  }
  return installed;
}

// A fresh machine has no package lists, an older one has stale ones: both need the update, most need none.
async function install(): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    await run('apt-get', installation, { limitMs: installLimitMs, env });
  } catch {
    await run('apt-get', ['update'], { limitMs: installLimitMs, env });
    await run('apt-get', installation, { limitMs: installLimitMs, env });
  }
}

function onPath(): string | undefined {
  for (const command of commands) {
    const path = whereIs(command);
    if (path !== undefined) return path;
  }
  return undefined;
}

function whereIs(command: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return [...folders, '/usr/bin'].map((folder) => join(folder, command)).find((file) => existsSync(file));
}
