import { Hono } from 'hono';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { MongoNetworkError } from 'mongodb';
import { Problem } from '../contracts/problem.ts';
import { refusals, type RefusalCode } from '../domain/refusals.ts';
import { onError, problemOf, refuse, statusOf } from './problem.ts';

const pinned: Record<RefusalCode, number> = {
  'invalid-request': 400,
  unauthenticated: 401,
  'sign-in-failed': 401,
  'device-unknown': 401,
  'proof-invalid': 401,
  'cross-site': 403,
  'second-factor-required': 403,
  forbidden: 403,
  'not-found': 404,
  'no-resends-left': 409,
  'token-reserved': 409,
  'token-not-ready': 409,
  'no-tokens': 409,
  'wrong-step': 409,
  'already-finished': 409,
  'certificate-connected': 409,
  'already-exists': 409,
  'not-possible': 409,
  'not-yourself': 409,
  'device-key-taken': 409,
  'recreation-off': 409,
  'second-factor-needed': 403,
  'wrong-token-code': 422,
  'answers-refused': 422,
  'wrong-answers': 422,
  'no-questions': 409,
  'other-browser': 409,
  'registration-mistyped': 422,
  'wrong-registration': 422,
  'activation-over': 409,
  'no-start-overs-left': 409,
  'restoration-off': 409,
  'restoration-inactive': 409,
  'too-many-devices': 409,
  'last-device': 409,
  'identity-exists': 409,
  'step-up-required': 401,
  'approval-required': 403,
  'approval-not-valid': 403,
  'caller-verified-too-long-ago': 403,
  'own-approval': 403,
  'restore-code-mistyped': 422,
  'wrong-restore-code': 422,
  'last-group-wrong': 422,
  'transfer-off': 409,
  'transfer-offline': 409,
  'mobile-api-off': 409,
  'no-public-address': 409,
  'service-not-transferable': 409,
  'public-address-wrong': 422,
  'activation-mistyped': 422,
  'wrong-number': 422,
  'verification-failed': 422,
  'link-spent': 410,
  'body-too-large': 413,
  'unsupported-media-type': 415,
  'wrong-code': 422,
  'attempts-exhausted': 422,
  'key-mismatch': 422,
  'rate-limited': 429,
  'cooling-off': 429,
  'resend-too-soon': 429,
  internal: 500,
  'outcome-pending': 503,
  unavailable: 503,
};

test('every refusal has the status that clients rely on', () => {
  const actual = Object.fromEntries(Object.keys(refusals).map((code) => [code, statusOf(code as RefusalCode)]));
  expect(actual).toEqual(pinned);
});

test.each(Object.keys(refusals) as RefusalCode[])('%s is a problem by the contract', (code) => {
  const problem = problemOf(code, 'request-1', { attemptsLeft: 4, retryAt: 1_795_340_000_000 });
  expect(Problem.parse(problem)).toMatchObject({ code, status: pinned[code], requestId: 'request-1', attemptsLeft: 4 });
});

describe('X-05 the last resort', () => {
  const answerTo = async (thrown: unknown) => {
    const app = new Hono().get('/', () => {
      throw thrown as Error;
    });
    app.onError(onError(pino({ level: 'silent' })));
    const response = await app.request('/');
    return { status: response.status, headers: response.headers, text: await response.text() };
  };

  test('X-05 tells nothing of an unexpected error but that there was one', async () => {
    const { status, text } = await answerTo(new Error('password=hunter2 at /srv/app.ts:3'));
    expect(status).toBe(500);
    expect(Problem.parse(JSON.parse(text)).code).toBe('internal');
    expect(text).not.toMatch(/hunter2|app\.ts/);
  });

  test('X-07 says when to try again while a dependency is down, however deep the cause', async () => {
    const { status, headers } = await answerTo(new Error('outer', { cause: new MongoNetworkError('gone') }));
    expect(status).toBe(503);
    expect(headers.get('retry-after')).toBe('2');
  });

  test('a refusal says when to try again in a header too', async () => {
    const thrown = await answerTo(captured(() => refuse('resend-too-soon', { retryAt: Date.now() + 30_000 })));
    expect(thrown.status).toBe(429);
    expect(Number(thrown.headers.get('retry-after'))).toBeGreaterThan(25);
  });
});

function captured(work: () => never): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
