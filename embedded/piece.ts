import { setTimeout as pause } from 'node:timers/promises';
import type { Say } from './binaries.ts';
import { reasonOf } from './errors.ts';
import { signal } from './process-identity.ts';

/** What a piece is while it runs. */
export interface Running {
  pid: number | undefined;
  exited: Promise<string>;
  stop(): Promise<void>;
}

export interface PieceOptions<R extends Running> {
  name: string;
  launch: () => Promise<R>;
  say: Say;
  /** whether to start it again when it dies by itself */
  respawn: boolean;
  onPid: (pid: number | undefined) => void;
}

const firstPauseMs = 500;
const longestPauseMs = 15_000;
const soundAfterMs = 30_000;

/** One process of a world: may die, be killed, be started again. */
export class Piece<R extends Running = Running> {
  private readonly options: PieceOptions<R>;
  private current: R | undefined;
  private revival: { done: Promise<void>; cancel: AbortController } | undefined;
  private pauseMs = firstPauseMs;

  constructor(options: PieceOptions<R>) {
    this.options = options;
  }

  get running(): R | undefined {
    return this.current;
  }

  get pid(): number | undefined {
    return this.current?.pid;
  }

  async start(): Promise<R> {
    const running = await this.options.launch();
    const startedAt = Date.now();
    this.current = running;
    this.options.onPid(running.pid);
    void running.exited.then((how) => {
      if (this.current !== running) return;
      if (Date.now() - startedAt > soundAfterMs) this.pauseMs = firstPauseMs;
      this.died(how);
    });
    return running;
  }

  /** Stops it, or sees to it that it does not come back. */
  async stop(): Promise<void> {
    this.revival?.cancel.abort();
    await this.revival?.done;
    const running = this.current;
    this.current = undefined;
    await running?.stop();
    this.options.onPid(undefined);
  }

  /** @throws Error when there is no process of ours to signal */
  kill(name: NodeJS.Signals): void {
    const { pid } = this;
    if (pid === undefined || !signal(pid, name)) throw new Error(`${this.options.name} is not running as our process.`);
  }

  private died(how: string): void {
    this.current = undefined;
    this.options.onPid(undefined);
    if (!this.options.respawn) {
      this.options.say(`${this.options.name}: ${how}`);
      return;
    }
    this.options.say(`${this.options.name}: ${how}; starting it again in ${String(this.pauseMs / 1000)} s`);
    const cancel = new AbortController();
    this.revival = { cancel, done: this.revive(cancel.signal) };
  }

  private async revive(cancelled: AbortSignal): Promise<void> {
    const waited = await pause(this.pauseMs, true, { signal: cancelled }).catch(() => false);
    if (!waited) return;
    this.pauseMs = Math.min(this.pauseMs * 2, longestPauseMs);
    try {
      const { pid } = await this.start();
      this.options.say(`${this.options.name}: started again as process ${String(pid)}`);
    } catch (error) {
      if (!cancelled.aborted) this.died(`did not start: ${reasonOf(error)}`);
    }
  }
}
