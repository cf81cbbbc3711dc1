import { expect, test } from 'vitest';
import { countdownTo, momentOf } from './moments.ts';

const now = new Date(2026, 10, 22, 9, 30).getTime();

test('today is told by the time alone, another day with its date', () => {
  expect(momentOf(new Date(2026, 10, 22, 18, 5).toISOString(), now)).not.toContain('2026');
  expect(momentOf(new Date(2026, 10, 23, 9, 0).toISOString(), now)).toContain('2026');
});

test('a countdown never goes below nothing', () => {
  expect(countdownTo(new Date(now + 61_000).toISOString(), now)).toBe('1:01');
  expect(countdownTo(new Date(now - 5_000).toISOString(), now)).toBe('0:00');
});
