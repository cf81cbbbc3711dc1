import { expect, test } from 'vitest';
import { clockOffset } from './clock.ts';

const sentAt = Date.parse('2026-11-22T09:30:00.000Z');
const header = (offsetMs: number) => new Date(sentAt + offsetMs).toUTCString();

test.each([
  ['a clock that is right', header(0), 0],
  ['a difference that whole seconds cannot tell', header(1_000), 0],
  ['a device ten minutes slow', header(600_000), 600_450],
  ['a device an hour fast', header(-3_600_000), -3_599_550],
])('%s', (_, date, offset) => {
  expect(clockOffset(date, sentAt, sentAt + 100)).toBe(offset);
});

test('a missing or broken header and a slow answer tell nothing', () => {
  expect(clockOffset(null, sentAt, sentAt)).toBeUndefined();
  expect(clockOffset('yesterday', sentAt, sentAt)).toBeUndefined();
  expect(clockOffset(header(60_000), sentAt, sentAt + 11_000)).toBeUndefined();
});
