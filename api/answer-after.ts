import { setTimeout as wait } from 'node:timers/promises';

/** Answers, or refuses, no sooner than after `ms`: what was found out on the way is not told by the clock (E-02). */
export async function answerAfter<T>(ms: number, work: () => Promise<T>): Promise<T> {
  const started = Date.now();
  try {
    return await work();
  } finally {
    await wait(Math.max(0, ms - (Date.now() - started)));
  }
}
