import { NoAnswerError, ProblemError } from '../../contracts/client.ts';
import { Problem } from '../../contracts/problem.ts';
import { send } from '../server.ts';

async function post(path: `/${string}`, body: Record<string, string>): Promise<void> {
  const response = await send(`/v1/portal/auth${path}`, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json', 'latchkey-request': '1' },
    body: JSON.stringify(body),
  }).catch((cause: unknown) => {
    throw new NoAnswerError('no answer', { cause });
  });
  if (response.ok) return;
  const problem = Problem.safeParse(await response.json().catch(() => undefined));
  if (problem.success) throw new ProblemError(problem.data);
  throw new NoAnswerError(`answer ${String(response.status)} is not a problem`);
}

export function signIn(email: string, password: string): Promise<void> {
  return post('/sign-in/email', { email, password });
}

export function signOut(): Promise<void> {
  return post('/sign-out', {});
}

export function requestPasswordReset(email: string): Promise<void> {
  return post('/request-password-reset', { email, redirectTo: '/reset-password' });
}

export function resetPassword(token: string, newPassword: string): Promise<void> {
  return post('/reset-password', { token, newPassword });
}
