import { describe, expect, test } from 'vitest';
import { claimWithinMs, coolingOffMs, limits, policyFrom, type LimitName } from './policy.ts';
import { recoveryKinds } from './words.ts';

const names = Object.keys(limits) as LimitName[];
const minute = 60_000;

describe('every limit', () => {
  test.each(names)('%s may be set to its bounds and to nothing beyond', (name) => {
    const { min, max, value } = limits[name];
    expect(min <= value && value <= max).toBe(true);
    expect(policyFrom({ [name]: min }).limits[name]).toBe(min);
    expect(policyFrom({ [name]: max }).limits[name]).toBe(max);
    expect(() => policyFrom({ [name]: min - 1 })).toThrow(name);
    expect(() => policyFrom({ [name]: max + 1 })).toThrow(name);
  });

  test.each([['five'], [null], [1.5], [Number.NaN], [{}], [[5]], [Infinity]])('%j is no limit', (value) => {
    expect(() => policyFrom({ codeAttempts: value })).toThrow('codeAttempts must be a whole number from 1 to 5');
  });

  test.each(['codeAttempt', '__proto__x', 'toString', 'constructor'])('%s is unknown, and says so', (name) => {
    expect(() => policyFrom({ [name]: 1 })).toThrow(`there is no limit "${name}"`);
  });
});

test('the defaults are those of security.md', () => {
  const { limits: chosen } = policyFrom({});
  expect(chosen).toMatchObject({
    codeDigits: 6,
    codeLifetimeMs: 10 * minute,
    codeAttempts: 5,
    resendAfterMs: minute,
    resends: 3,
    codeMailsPerDay: 5,
    startsPerHour: 3,
    startsPerDay: 10,
    otpWindow: 1,
    otpFailures: 10,
    repudiateWithinMs: 72 * 60 * minute,
  });
});

test('each kind of recovery knows how long its device may take', () => {
  const hours = recoveryKinds.map((kind) => [kind, claimWithinMs(kind, policyFrom({})) / (60 * minute)]);
  expect(Object.fromEntries(hours)).toEqual({
    enrolment: 14 * 24,
    migration: 72,
    reload: 0.5,
    restore: 0.5,
    duplication: 0.5,
    transfer: 24,
    recreation: 24,
  });
});

test('C-04 waiting starts with the 20th failure in a row, doubles from five minutes, and ends at an hour', () => {
  const policy = policyFrom({});
  const waits = [0, 19, 20, 21, 22, 23, 24, 60, 99, 2_000].map((failures) => coolingOffMs(failures, policy) / minute);
  expect(waits).toEqual([0, 0, 5, 10, 20, 40, 60, 60, 60, 60]);
});
