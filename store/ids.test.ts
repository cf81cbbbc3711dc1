import { expect, test } from 'vitest';
import { RecoveryId } from '../contracts/words.ts';
import { newId, newSerial, newShortId } from './ids.ts';

test('ids do not repeat, and are ids by the contract', () => {
  const ids = Array.from({ length: 2_000 }, () => newId('rec'));
  expect(new Set(ids).size).toBe(2_000);
  expect(ids.every((id) => RecoveryId.safeParse(id).success)).toBe(true);
});

test('serial numbers do not repeat and hold no letter that is mistaken for a digit', () => {
  const serials = Array.from({ length: 2_000 }, newSerial);
  expect(new Set(serials).size).toBe(2_000);
  expect(serials.every((serial) => /^[0-9A-HJKMNP-TV-Z]{8}-[0-9A-HJKMNP-TV-Z]{3}$/.test(serial))).toBe(true);
});

test('short ids are six digits that can be read out', () => {
  expect(Array.from({ length: 500 }, newShortId).every((id) => /^[1-9]\d{5}$/.test(id))).toBe(true);
});
