import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { canonicalRestoreCode, lastGroupDigest, lastGroupOf, restoreCodeFrom } from './restore-code.ts';

const masterKey = new Uint8Array(32).fill(7);
const code = restoreCodeFrom(Uint8Array.from({ length: 10 }, (_, at) => at * 25));

test('R-01 is sixteen Crockford symbols in fours and a check symbol', () => {
  expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]$/);
});

test('R-01 has 80 random bits: each of them shows in the code, and none of 100,000 codes comes twice', () => {
  const plain = new Uint8Array(10);
  const codes = new Set([restoreCodeFrom(plain)]);
  for (let bit = 0; bit < 80; bit++) {
    const flipped = plain.slice();
    flipped[bit >> 3] = 1 << (bit & 7);
    codes.add(restoreCodeFrom(flipped).slice(0, 19));
  }
  expect(codes.size).toBe(81);
  expect(new Set(Array.from({ length: 100_000 }, () => restoreCodeFrom(randomBytes(10)))).size).toBe(100_000);
});

describe('what is typed', () => {
  const plain = code.replaceAll('-', '');

  test.each([code, plain, plain.toLowerCase(), plain.split('').join(' '), ` ${code.replaceAll('-', ' - ')} `])(
    'is forgiven case, blanks and hyphens: %s',
    (typed) => {
      expect(canonicalRestoreCode(typed)).toBe(plain);
    },
  );

  test('is forgiven I and L for 1, and O for 0', () => {
    const withOnes = restoreCodeFrom(new Uint8Array(10).fill(8));
    const confused = withOnes.replaceAll('1', 'l').replaceAll('0', 'O');
    expect(confused).not.toBe(withOnes);
    expect(canonicalRestoreCode(confused)).toBe(withOnes.replaceAll('-', ''));
  });

  test('is a typing error with any one symbol wrong', () => {
    for (let at = 0; at < plain.length; at++) {
      for (const symbol of '0123456789ABCDEFGHJKMNPQRSTVWXYZ') {
        if (symbol === plain.charAt(at)) continue;
        expect(canonicalRestoreCode(plain.slice(0, at) + symbol + plain.slice(at + 1))).toBe('malformed');
      }
    }
  });

  test('is a typing error with any two symbols exchanged', () => {
    for (let at = 0; at + 1 < plain.length; at++) {
      const [a = '', b = ''] = plain.slice(at, at + 2);
      if (a !== b) expect(canonicalRestoreCode(plain.slice(0, at) + b + a + plain.slice(at + 2))).toBe('malformed');
    }
  });

  test.each([
    '',
    'A',
    plain.slice(1),
    `${plain}0`,
    '٣'.repeat(17),
    'U'.repeat(17),
    '0'.repeat(65),
    '7Q2M-9F3A-1ECK-0TZ4',
  ])('is no restore code: %j', (typed) => {
    expect(canonicalRestoreCode(typed)).toBe('malformed');
  });
});

test('the last group is what follows the third hyphen, and belongs to one code alone', () => {
  expect(lastGroupOf(code)).toBe(code.slice(15).replace('-', ''));
  const digest = lastGroupDigest(masterKey, 'rcd_1', lastGroupOf(code));
  expect(lastGroupDigest(masterKey, 'rcd_1', code.slice(15).toLowerCase())).toBe(digest);
  expect(lastGroupDigest(masterKey, 'rcd_2', lastGroupOf(code))).not.toBe(digest);
  expect(lastGroupDigest(masterKey, 'rcd_1', '0000-0')).not.toBe(digest);
});
