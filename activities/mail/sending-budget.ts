import { setTimeout as sleep } from 'node:timers/promises';
import { RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { TemporarilyRefused, type Priority } from './parcel.ts';

interface Waiting {
  until: number;
  go: () => void;
  refuse: (reason: unknown) => void;
}

const purse = 'mail-provider';
const longestNapMs = 250;
const shortestPauseMs = 500;

/**
 * Spends a provider's budget (L-04) one request at a time: codes first, then notices, each in order of arrival.
 * The limiter may be one in memory or one that several workers share.
 */
export class SendingBudget {
  readonly #waiting: Record<Priority, Waiting[]> = { code: [], notice: [] };
  readonly #limiter: RateLimiterAbstract;
  readonly #longestWaitMs: number;
  #isPaying = false;

  constructor(limiter: RateLimiterAbstract, longestWaitMs: number) {
    this.#limiter = limiter;
    this.#longestWaitMs = longestWaitMs;
  }

  /**
   * Resolves when the caller may make one request.
   * @throws TemporarilyRefused when its turn does not come in time, so that no activity outlives its own time limit waiting.
   */
  turn(priority: Priority): Promise<void> {
    return new Promise((go, refuse) => {
      this.#waiting[priority].push({ until: Date.now() + this.#longestWaitMs, go, refuse });
      if (!this.#isPaying) void this.#pay();
    });
  }

  /** The provider said "later": nobody gets a turn before then. */
  async pause(ms: number): Promise<void> {
    // A block of 0 s would never end.
    await this.#limiter.block(purse, Math.max(ms, shortestPauseMs) / 1000);
  }

  async #pay(): Promise<void> {
    this.#isPaying = true;
    try {
      while (this.#isAnyoneWaiting()) {
        const waitMs = await this.#take();
        if (waitMs === 0) (this.#waiting.code.shift() ?? this.#waiting.notice.shift())?.go();
        else await sleep(Math.min(waitMs, longestNapMs));
        this.#refuseLate(waitMs);
      }
    } catch (error) {
      for (const waiting of this.#all()) waiting.refuse(error);
      this.#keep(() => false);
    } finally {
      this.#isPaying = false;
    }
  }

  /** 0 when one request was paid for, else how long to wait in ms. */
  async #take(): Promise<number> {
    try {
      await this.#limiter.consume(purse);
      return 0;
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      return Math.max(1, refusal.msBeforeNext);
    }
  }

  #refuseLate(waitMs: number): void {
    const now = Date.now();
    for (const waiting of this.#all()) {
      if (waiting.until <= now)
        waiting.refuse(new TemporarilyRefused('the mail budget is spent', Math.max(waitMs, 1000)));
    }
    this.#keep((waiting) => waiting.until > now);
  }

  #all(): Waiting[] {
    return [...this.#waiting.code, ...this.#waiting.notice];
  }

  #isAnyoneWaiting(): boolean {
    return this.#all().length > 0;
  }

  #keep(isKept: (waiting: Waiting) => boolean): void {
    this.#waiting.code = this.#waiting.code.filter(isKept);
    this.#waiting.notice = this.#waiting.notice.filter(isKept);
  }
}
