import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, fstatSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { lastLines, openLog } from './log-file.ts';
import { signal } from './process-identity.ts';

export interface ChildOptions {
  name: string;
  command: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  cwd: string;
  logFile: string;
  /** whether it may say that it is up by `process.send('ready')` */
  saysReady?: boolean;
}

/** A process that we started, that writes to its log file, and that does not outlive us for long. */
export interface Child {
  pid: number;
  isRunning(): boolean;
  /** resolves with how it ended, in words */
  exited: Promise<string>;
  /** resolves when the child has said so; never, if it does not */
  ready: Promise<void>;
  /** Asks it to end, and ends it by force after `graceMs`. */
  stop(graceMs: number): Promise<void>;
  /** @returns the last lines it wrote */
  tail(lines: number): string;
}

/** @throws Error when the command cannot be started */
export async function startChild(options: ChildOptions): Promise<Child> {
  const log = openLog(options.logFile);
  const from = fstatSync(log).size;
  const stdio: ('ignore' | 'ipc' | number)[] = ['ignore', log, log];
  if (options.saysReady === true) stdio.push('ipc');
  const { command, args, env, cwd } = options;
  // A group of its own: Ctrl-C in the terminal must reach us only, we stop the children in order.
  const started = spawn(command, args, { env, cwd, stdio, detached: true });
  closeSync(log);
  const pid = await pidOf(started);
  const exited = endOf(started, pid);
  guard(pid);
  let isRunning = true;
  void exited.then(() => (isRunning = false));
  return {
    pid,
    isRunning: () => isRunning,
    exited,
    ready: new Promise((resolve) => {
      started.on('message', (message) => {
        if (message === 'ready') resolve();
      });
    }),
    stop: (graceMs) => stop(pid, exited, graceMs),
    tail: (lines) => lastLines(options.logFile, lines, from),
  };
}

function pidOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('spawn', () => {
      if (child.pid === undefined) reject(new Error('started without a pid'));
      else resolve(child.pid);
    });
  });
}

function endOf(child: ChildProcess, pid: number): Promise<string> {
  const endWithUs = () => {
    signal(pid, 'SIGKILL');
  };
  process.once('exit', endWithUs);
  return new Promise((resolve) => {
    child.once('exit', (code, by) => {
      process.off('exit', endWithUs);
      resolve(by === null ? `ended with code ${String(code)}` : `ended by ${by}`);
    });
  });
}

async function stop(pid: number, exited: Promise<string>, graceMs: number): Promise<void> {
  signal(pid, 'SIGTERM');
  // A stopped process hears nothing until it is continued.
  signal(pid, 'SIGCONT');
  const patience = new AbortController();
  const forced = pause(graceMs, undefined, { signal: patience.signal }).then(
    () => signal(pid, 'SIGKILL'),
    () => false,
  );
  await exited;
  patience.abort();
  await forced;
}

// When we are killed without a chance to stop our children, this little shell, which nobody kills with us, does it.
function guard(pid: number): void {
  if (process.platform === 'win32') return;
  const script = [
    'while kill -0 "$1" && kill -0 "$2"; do sleep 1; done',
    'kill "$2"',
    'for wait in 1 2 3 4 5; do kill -0 "$2" || exit; sleep 1; done',
    'kill -9 "$2"',
  ].join('\n');
  const args = ['-c', script, 'latchkey-guard', String(process.pid), String(pid)];
  spawn('sh', args, { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}
