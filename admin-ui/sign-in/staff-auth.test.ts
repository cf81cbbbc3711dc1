import { afterEach, describe, expect, it, vi } from 'vitest';
import { NoAnswerError, ProblemError } from '../../contracts/client.ts';
import { refusals, type RefusalCode } from '../../domain/refusals.ts';
import { signIn, verifyCode } from './staff-auth.ts';

const answering = (status: number, body: unknown) => {
  const fetched = vi.fn(() => Promise.resolve(new Response(JSON.stringify(body), { status })));
  vi.stubGlobal('fetch', fetched);
  return fetched;
};
const problem = (code: RefusalCode) => ({
  type: `https://latchkey.invalid/problems/${code}`,
  code,
  title: refusals[code].title,
  detail: refusals[code].advice,
  status: 401,
  requestId: 'r1',
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('signing in', () => {
  it('sends the header that no form of another site can send', async () => {
    const fetched = answering(200, { user: {} });
    expect(await signIn('ana@example.org', 'correct horse battery')).toBe('signed-in');
    expect(fetched).toHaveBeenCalledWith(
      '/v1/admin/auth/sign-in/email',
      expect.objectContaining({ headers: expect.objectContaining({ 'latchkey-request': '1' }) as unknown }),
    );
  });

  it('asks for the second factor where there is one', async () => {
    answering(200, { twoFactorRedirect: true });
    expect(await signIn('ana@example.org', 'correct horse battery')).toBe('second-factor');
  });

  it('speaks of the code when the code was wrong, not of the password', async () => {
    answering(401, problem('sign-in-failed'));
    await expect(verifyCode('123 456')).rejects.toThrow('That code is not right');
  });

  it('passes on what is no matter of right or wrong', async () => {
    answering(429, problem('rate-limited'));
    await expect(verifyCode('123456')).rejects.toBeInstanceOf(ProblemError);
  });

  it('knows that an answer it cannot read is none', async () => {
    answering(502, 'Bad gateway');
    await expect(signIn('ana@example.org', 'x')).rejects.toBeInstanceOf(NoAnswerError);
  });
});
