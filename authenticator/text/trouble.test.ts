import { expect, test } from 'vitest';
import { NoAnswerError, ProblemError } from '../../contracts/client.ts';
import { refusals } from '../../domain/refusals.ts';
import { troubleOf } from './trouble.ts';

const problem = (code: keyof typeof refusals, facts = {}) =>
  new ProblemError({
    type: `https://latchkey.invalid/problems/${code}`,
    code,
    title: refusals[code].title,
    detail: refusals[code].advice,
    status: 422,
    requestId: 'r',
    ...facts,
  });

test('a refusal is told in the words of the server, with the attempts left', () => {
  expect(troubleOf(problem('wrong-code', { attemptsLeft: 1 }))).toEqual({
    title: refusals['wrong-code'].title,
    detail: `${refusals['wrong-code'].advice} 1 attempt left.`,
  });
});

test('a time to wait for is a time, not the name of a field', () => {
  const { detail } = troubleOf(problem('resend-too-soon', { retryAt: '2026-11-22T09:30:00.000Z' }));
  expect(detail).not.toContain('retryAt');
  expect(detail).toMatch(/\d/);
});

test('no answer is reported as neither yes nor no', () => {
  expect(troubleOf(new NoAnswerError('x')).detail).toContain('Nothing is lost');
  expect(troubleOf(new Error('x')).title).not.toContain('x');
});

test('a pairing code that is spent is told in words of QR codes, not of messages', () => {
  expect(troubleOf(problem('link-spent')).title).toContain('QR code');
});
