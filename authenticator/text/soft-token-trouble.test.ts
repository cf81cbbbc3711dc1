import { expect, test } from 'vitest';
import {
  MistypedSoftTokenError,
  NoSoftTokenCodeError,
  RegistrationUnderWayError,
  SoftTokenErasedError,
  SoftTokenHeldError,
  WrongPinError,
} from '../../device-sdk/soft-token-errors.ts';
import { WeakPinError } from './soft-token-trouble.ts';
import { troubleOf } from './trouble.ts';

test('a wrong PIN tells how many tries are left, and the last one what has happened', () => {
  expect(troubleOf(new WrongPinError(9)).detail).toMatch(/^9 tries are left/);
  expect(troubleOf(new WrongPinError(1)).detail).toMatch(/^One try is left/);
  expect(troubleOf(new WrongPinError(0)).detail).toContain('erased');
});

test('what is mistyped is named: the code or the serial number', () => {
  expect(troubleOf(new MistypedSoftTokenError('code')).title).toContain('activation code has a typing error');
  expect(troubleOf(new MistypedSoftTokenError('serial')).title).toMatch(/^That serial number/);
});

test('each trouble with a soft token has words of its own', () => {
  const errors = [
    new WeakPinError('too-simple'),
    new SoftTokenErasedError(),
    new SoftTokenHeldError(),
    new RegistrationUnderWayError('K7M2Q9XA-4TB'),
    new NoSoftTokenCodeError(),
  ];
  const titles = errors.map((error) => troubleOf(error).title);
  expect(new Set([...titles, troubleOf(new Error()).title]).size).toBe(errors.length + 1);
  expect(troubleOf(errors[3]).detail).toContain('K7M2Q9XA-4TB');
});
