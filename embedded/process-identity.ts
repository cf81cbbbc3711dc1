import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { hasCode } from './errors.ts';

/** A process that is still the same one later: a bare pid may have been given to a stranger meanwhile. */
export interface ProcessIdentity {
  pid: number;
  /** when it was born, in the system's own words; opaque, only to be compared */
  born: string;
}

/** @returns who has this pid now, or undefined if nobody has (a zombie counts as nobody) */
export function identify(pid: number): ProcessIdentity | undefined {
  if (!isAlive(pid)) return undefined;
  const born = process.platform === 'linux' ? bornByProc(pid) : bornByPs(pid);
  return born === undefined ? undefined : { pid, born };
}

/** @returns whether exactly this process still runs */
export function isStillRunning(known: ProcessIdentity): boolean {
  return identify(known.pid)?.born === known.born;
}

/** @returns whether it got the signal; a process that is gone already is not an error */
export function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, name);
  } catch (error) {
    if (hasCode(error, 'ESRCH')) return false;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

// The fields after the program's name, which may itself hold spaces and brackets: state is the first, the start time the 20th.
function bornByProc(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[19] === undefined) return undefined;
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${fields[19]}`;
  } catch {
    return undefined;
  }
}

function bornByPs(pid: number): string | undefined {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}
