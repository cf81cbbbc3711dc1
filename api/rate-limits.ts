import type { MongoClient } from 'mongodb';
import { RateLimiterMongo, RateLimiterRes } from 'rate-limiter-flexible';
import type { Policy } from '../domain/policy.ts';
import { refuse } from './problem.ts';

export interface RateLimits {
  /** Sign-ins, by client address. */
  signIns: (address: string) => Promise<void>;
  /** Other anonymous requests, by client address. */
  anonymous: (address: string) => Promise<void>;
  /** Answers to a challenge, by recovery: keeps guessing away from Temporal (temporal.md P3). */
  answers: (recoveryId: string) => Promise<void>;
}

/** Limits that hold across processes and restarts (L-02): counted in MongoDB by rate-limiter-flexible. */
export function rateLimits(client: MongoClient, dbName: string, { limits }: Policy): RateLimits {
  const limiter = (keyPrefix: string, points: number, duration: number) =>
    new RateLimiterMongo({
      storeClient: client,
      dbName,
      tableName: 'rateLimits',
      keyPrefix,
      points,
      duration,
      inMemoryBlockOnConsumed: points + 1,
    });
  return {
    signIns: consume(limiter('sign-in', limits.signInsPerHour, 3_600)),
    anonymous: consume(limiter('anonymous', limits.anonymousPerHour, 3_600)),
    answers: consume(limiter('answer', limits.answersPerMinute, 60)),
  };
}

function consume(limiter: RateLimiterMongo): (key: string) => Promise<void> {
  return async (key) => {
    try {
      await limiter.consume(key);
    } catch (refused) {
      if (refused instanceof RateLimiterRes) refuse('rate-limited', { retryAt: Date.now() + refused.msBeforeNext });
      throw refused;
    }
  };
}
