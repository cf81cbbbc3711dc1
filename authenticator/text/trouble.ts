import { NoAnswerError, ProblemError } from '../../contracts/client.ts';
import { identityTroubleOf } from './identity-trouble.ts';
import { momentOf } from './moments.ts';
import { softTokenTroubleOf } from './soft-token-trouble.ts';
import { transferTroubleOf } from './transfer-trouble.ts';
import type { Trouble } from './words-of-trouble.ts';

const spentPairing: Trouble = {
  title: 'This QR code is no longer valid.',
  detail: 'Each works once, for two minutes. Have a new one shown on the device that has your ID.',
};

/** The server's own words where it answered, with the time from which it can be tried again. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof ProblemError) {
    // Of an activation it is told in its own words, by SpentActivationError.
    if (error.problem.code === 'link-spent') return spentPairing;
    const { title, detail, attemptsLeft, retryAt } = error.problem;
    const timed = retryAt === undefined ? detail : `${detail} (${momentOf(retryAt)})`;
    const left = attemptsLeft === undefined ? '' : ` ${countOf(attemptsLeft, 'attempt')} left.`;
    return { title, detail: timed + left };
  }
  if (error instanceof NoAnswerError) {
    return { title: 'No answer from the server.', detail: 'Nothing is lost. Check the connection and try again.' };
  }
  const broken = { title: 'Something broke in this app.', detail: 'Try again; if it persists, reload the page.' };
  return identityTroubleOf(error) ?? transferTroubleOf(error) ?? softTokenTroubleOf(error) ?? broken;
}

export function countOf(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}
