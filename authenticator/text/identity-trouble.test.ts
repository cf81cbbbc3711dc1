import { expect, test } from 'vitest';
import { WeakPasscodeError, WrongPasscodeError } from '../../device-sdk/identity-errors.ts';
import { ServerCheckError } from '../../device-sdk/servers.ts';
import { troubleOf } from './trouble.ts';

test('a wrong passcode tells how many tries are left, and the last one what has happened', () => {
  expect(troubleOf(new WrongPasscodeError(9)).detail).toMatch(/^9 tries are left/);
  expect(troubleOf(new WrongPasscodeError(1)).detail).toMatch(/^One try is left/);
  expect(troubleOf(new WrongPasscodeError(0)).detail).toContain('erased');
});

test('each trouble with a server and each weak passcode has words of its own', () => {
  const troubles = ['not-an-address', 'unreachable', 'wrong-certificate', 'not-latchkey', 'restoration-off'] as const;
  const titles = troubles.map((trouble) => troubleOf(new ServerCheckError(trouble)).title);
  expect(new Set(titles).size).toBe(troubles.length);
  const details = (['too-short', 'too-long', 'too-simple'] as const).map(
    (flaw) => troubleOf(new WeakPasscodeError(flaw)).detail,
  );
  expect(new Set(details).size).toBe(3);
});
