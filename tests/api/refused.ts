import { ProblemError } from '../../contracts/client.ts';
import { Problem } from '../../contracts/problem.ts';

/** The problem with which a call was refused. */
export async function refusalOf(asked: Promise<unknown>): Promise<Problem> {
  const outcome: unknown = await asked.catch((error: unknown) => error);
  if (outcome instanceof ProblemError) return outcome.problem;
  throw new Error('the call was not refused', { cause: outcome });
}

/** The problem in a response, which must be one. */
export async function problemIn(response: Response): Promise<Problem> {
  if (response.headers.get('content-type') !== 'application/problem+json')
    throw new Error(`answer ${String(response.status)} is no problem: ${await response.text()}`);
  return Problem.parse(await response.json());
}

/** A problem without what differs from request to request. */
export function alike({ requestId, ...problem }: Problem): Omit<Problem, 'requestId'> {
  if (requestId === '') throw new Error('a problem without a request id');
  return problem;
}
