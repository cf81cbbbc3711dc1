import { NoAnswerError, ProblemError } from '../contracts/client.ts';
import type { RefusalCode } from '../domain/refusals.ts';

/** Waits between askings, ms: three more tries within five seconds, then a person decides. */
const pausesMs = [400, 1_200, 3_000];

/** The server did not get to decide; the same request again is safe and may. */
const undecided = ['outcome-pending', 'unavailable'] as const satisfies RefusalCode[];

export function isRefusedWith(error: unknown, ...codes: RefusalCode[]): error is ProblemError {
  return error instanceof ProblemError && codes.includes(error.problem.code);
}

/** Whether an error leaves open what happened: nothing came back, or the server itself does not know yet. */
export function isUndecided(error: unknown): boolean {
  return error instanceof NoAnswerError || isRefusedWith(error, ...undecided);
}

/**
 * Asks again, a few times, while the outcome is unknown. `ask` must send the same body and Idempotency-Key each time.
 * @throws whatever the last asking threw
 */
export async function askUntilDecided<T>(ask: () => Promise<T>, pause: (ms: number) => Promise<void>): Promise<T> {
  for (const ms of pausesMs) {
    try {
      return await ask();
    } catch (error) {
      if (!isUndecided(error)) throw error;
      await pause(ms);
    }
  }
  return ask();
}
