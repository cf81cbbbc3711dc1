import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Say } from './binaries.ts';
import { takeLock } from './lock.ts';
import { identify, isStillRunning, signal, type ProcessIdentity } from './process-identity.ts';

const marker = 'latchkey-data.json';
const lockName = 'lock';
const childrenName = 'children.json';

/** The folder that one running Latchkey keeps everything in, and that no second one may use meanwhile. */
export interface DataFolder {
  path: string;
  /** Notes which process does `name` now, so that whoever comes after a kill -9 can stop it. */
  record(name: string, pid: number | undefined): void;
  release(): void;
}

/**
 * Makes the folder ours, and stops what a killed predecessor left running in it.
 * @param options.fresh whether to remove what is in it first
 * @throws Error when another Latchkey holds it, or when `fresh` would remove what does not look like ours
 */
export async function openDataFolder(path: string, say: Say, options: { fresh?: boolean } = {}): Promise<DataFolder> {
  const present = entriesOf(path);
  const isOurs = present.length === 0 || present.includes(marker);
  if (options.fresh === true && !isOurs) {
    throw new Error(`${path} does not look like a data folder of Latchkey (no ${marker} in it): nothing was removed.`);
  }
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const lock = takeLock(join(path, lockName));
  if (!lock.held) throw new Error(`Latchkey is already running on ${path}: process ${String(lock.holder)} holds it.`);
  try {
    await stopOrphans(path, say);
    if (options.fresh === true) removeContents(path, say);
    if (isOurs || options.fresh === true)
      writeFileSync(join(path, marker), `${JSON.stringify({ product: 'latchkey' })}\n`);
  } catch (error) {
    lock.release();
    throw error;
  }
  const children = new Map<string, ProcessIdentity>();
  return {
    path,
    record: (name, pid) => {
      const who = pid === undefined ? undefined : identify(pid);
      if (who === undefined) children.delete(name);
      else children.set(name, who);
      writeChildren(path, children);
    },
    release: () => {
      rmSync(join(path, childrenName), { force: true });
      lock.release();
    },
  };
}

function entriesOf(path: string): string[] {
  try {
    return readdirSync(path).filter((name) => !name.startsWith('.') && !name.startsWith(lockName));
  } catch {
    return [];
  }
}

function removeContents(path: string, say: Say): void {
  say(`data: removing everything in ${path}`);
  for (const name of entriesOf(path)) rmSync(join(path, name), { recursive: true, force: true });
}

function writeChildren(path: string, children: Map<string, ProcessIdentity>): void {
  const file = join(path, childrenName);
  writeFileSync(`${file}.new`, JSON.stringify(Object.fromEntries(children)));
  renameSync(`${file}.new`, file);
}

// In the order of use: those who write go before the servers that they write to.
async function stopOrphans(path: string, say: Say): Promise<void> {
  for (const [name, who] of Object.entries(readChildren(path))) {
    if (!isStillRunning(who)) continue;
    say(`data: stopping ${name} (process ${String(who.pid)}), which a killed start left running`);
    signal(who.pid, 'SIGTERM');
    signal(who.pid, 'SIGCONT');
    if (await isGoneWithin(who, 4_000)) continue;
    signal(who.pid, 'SIGKILL');
    if (!(await isGoneWithin(who, 4_000))) throw new Error(`${name} (process ${String(who.pid)}) cannot be stopped.`);
  }
  rmSync(join(path, childrenName), { force: true });
}

async function isGoneWithin(who: ProcessIdentity, limitMs: number): Promise<boolean> {
  const deadline = Date.now() + limitMs;
  while (isStillRunning(who)) {
    if (Date.now() > deadline) return false;
    await pause(50);
  }
  return true;
}

function readChildren(path: string): Record<string, ProcessIdentity> {
  try {
    const children = JSON.parse(readFileSync(join(path, childrenName), 'utf8')) as Record<string, ProcessIdentity>;
    const order = ['api', 'worker'];
    return Object.fromEntries(Object.entries(children).sort(([a], [b]) => order.indexOf(b) - order.indexOf(a)));
  } catch {
    return {};
  }
}
