import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hasCode } from './errors.ts';
import { identify, isStillRunning, type ProcessIdentity } from './process-identity.ts';

export type LockAttempt = { held: true; release: () => void } | { held: false; holder: number };

/**
 * Takes the lock file for this process. A lock whose holder is gone is taken over.
 * @returns the pid of the living holder if there is one
 */
export function takeLock(file: string): LockAttempt {
  const mine = `${file}.${String(process.pid)}.${randomBytes(4).toString('hex')}`;
  writeFileSync(mine, JSON.stringify(identify(process.pid)));
  try {
    for (;;) {
      if (linked(mine, file)) return { held: true, release: releaseOf(file, readFileSync(mine, 'utf8')) };
      const text = contentOf(file);
      const holder = holderIn(text);
      if (holder !== undefined && isStillRunning(holder)) return { held: false, holder: holder.pid };
      if (text !== undefined) removeStale(file, text);
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

function releaseOf(file: string, text: string): () => void {
  return () => {
    if (contentOf(file) === text) rmSync(file, { force: true });
  };
}

// Between our look and our deed another process may have taken the stale lock over: what we moved aside is then
// a living lock, and goes back.
function removeStale(file: string, seen: string): void {
  const aside = `${file}.stale.${String(process.pid)}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return;
    throw error;
  }
  if (contentOf(aside) !== seen) linked(aside, file);
  rmSync(aside, { force: true });
}

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function holderIn(text: string | undefined): ProcessIdentity | undefined {
  if (text === undefined) return undefined;
  try {
    const { pid, born } = JSON.parse(text) as Partial<ProcessIdentity>;
    return typeof pid === 'number' && typeof born === 'string' ? { pid, born } : undefined;
  } catch {
    return undefined;
  }
}
