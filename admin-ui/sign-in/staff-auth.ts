import { z } from 'zod';
import { NoAnswerError, ProblemError } from '../../contracts/client.ts';
import { Problem } from '../../contracts/problem.ts';
import type { RefusalCode } from '../../domain/refusals.ts';

/** Signing in stands outside the contracts: better-auth answers it, in its own shapes; its refusals come as problems. */
const base = '/v1/admin/auth';

/** A no to what a person typed, in a sentence about just that. */
export class SignInRefused extends Error {}

/** What "it is not right" means for each operation; the API has one code for all of them. */
const wrong = {
  '/sign-in/email': 'E-mail address or password is not right.',
  '/two-factor/verify-totp': 'That code is not right. Use the newest one your authenticator shows.',
  '/two-factor/verify-backup-code': 'That backup code is not right, or was used before.',
  '/two-factor/enable': 'That password is not right.',
  '/sign-out': 'You were signed out already.',
} as const;

const notRight: readonly RefusalCode[] = ['sign-in-failed', 'invalid-request', 'forbidden'];

function refusalOf(path: keyof typeof wrong, answer: unknown): Error {
  const problem = Problem.safeParse(answer);
  if (!problem.success) return new NoAnswerError(`${path} answered what is no problem`);
  return notRight.includes(problem.data.code) ? new SignInRefused(wrong[path]) : new ProblemError(problem.data);
}

async function post<T>(path: keyof typeof wrong, body: Record<string, unknown>, answerOf: z.ZodType<T>): Promise<T> {
  const response = await fetch(base + path, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { accept: 'application/json', 'content-type': 'application/json', 'latchkey-request': '1' },
    body: JSON.stringify(body),
  }).catch((cause: unknown) => {
    throw new NoAnswerError('no answer', { cause });
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw refusalOf(path, answer);
  return answerOf.parse(answer);
}

const SignedIn = z.object({ twoFactorRedirect: z.boolean().optional() });
const Enabled = z.object({ totpURI: z.string().startsWith('otpauth://'), backupCodes: z.array(z.string()) });
export type NewSecondFactor = z.infer<typeof Enabled>;

export async function signIn(email: string, password: string): Promise<'signed-in' | 'second-factor'> {
  const answer = await post('/sign-in/email', { email, password }, SignedIn);
  return answer.twoFactorRedirect === true ? 'second-factor' : 'signed-in';
}

/** A code of the authenticator: at sign-in, and to finish setting it up. */
export async function verifyCode(code: string): Promise<void> {
  await post('/two-factor/verify-totp', { code: code.replace(/\s/g, '') }, z.unknown());
}

export async function verifyBackupCode(code: string): Promise<void> {
  await post('/two-factor/verify-backup-code', { code: code.trim() }, z.unknown());
}

export function enableSecondFactor(password: string): Promise<NewSecondFactor> {
  return post('/two-factor/enable', { password }, Enabled);
}

export async function signOut(): Promise<void> {
  await post('/sign-out', {}, z.unknown());
}
