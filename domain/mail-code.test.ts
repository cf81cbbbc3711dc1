import { describe, expect, test } from 'vitest';
import { canonicalCode, mailCode, proofDigest, provesMailCode } from './mail-code.ts';
import { policyFrom } from './policy.ts';

const key = new Uint8Array(32).fill(7);
const { limits } = policyFrom({});
const issuedAt = Date.parse('2026-11-22T09:30:00Z');
const challenge = { issue: 1, issuedAt, boundTo: 'browser-a' };

/** χ² of how often each digit stands at a place; 27.88 is its 0.999 quantile with nine degrees of freedom. */
function chiSquare(codes: string[], place: number): number {
  const counts = Array.from({ length: 10 }, () => 0);
  for (const code of codes) counts[Number(code.charAt(place))] = (counts[Number(code.charAt(place))] ?? 0) + 1;
  const expected = codes.length / 10;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

describe('C-01 codes', () => {
  const codes = Array.from({ length: 30_000 }, (_, number) => mailCode(key, `rec_${String(number)}`, 1, 6));

  test('C-01 are six digits, leading zeros kept, every digit as likely at every place', () => {
    expect(codes.every((code) => /^\d{6}$/.test(code))).toBe(true);
    expect(codes.some((code) => code.startsWith('00'))).toBe(true);
    for (let place = 0; place < 6; place++) expect(chiSquare(codes, place)).toBeLessThan(27.88);
  });

  test('C-01 have as many digits as the policy says', () => {
    expect([6, 7, 8].map((digits) => mailCode(key, 'rec_a', 1, digits).length)).toEqual([6, 7, 8]);
  });
});

test('C-10 the same issue gives the same code again; the next issue and another recovery give another', () => {
  const code = mailCode(key, 'rec_a', 1, 8);
  expect(mailCode(key, 'rec_a', 1, 8)).toBe(code);
  const others = [
    mailCode(key, 'rec_a', 2, 8),
    mailCode(key, 'rec_b', 1, 8),
    mailCode(
      key.map(() => 8),
      'rec_a',
      1,
      8,
    ),
  ];
  expect(new Set([code, ...others]).size).toBe(4);
});

const right = () => proofDigest(key, 'rec_a', 'browser-a', mailCode(key, 'rec_a', 1, 6));
const proves = (digest: string, now: number, asked = challenge) =>
  provesMailCode(key, 'rec_a', asked, digest, now, limits);

test('C-02 a code is good until its last millisecond, and refused at the instant of expiry', () => {
  expect(proves(right(), issuedAt + 599_999)).toBe(true);
  expect(proves(right(), issuedAt + 600_000)).toBe(false);
});

test('C-07 a code dies when the next one is issued', () => {
  expect(proves(right(), issuedAt + 1, { ...challenge, issue: 2 })).toBe(false);
});

test('C-06 the right digits from another browser, for another recovery or under another key prove nothing', () => {
  const code = mailCode(key, 'rec_a', 1, 6);
  const elsewhere = [
    proofDigest(key, 'rec_a', 'browser-b', code),
    proofDigest(key, 'rec_b', 'browser-a', code),
    proofDigest(
      key.map(() => 8),
      'rec_a',
      'browser-a',
      code,
    ),
    code,
    '',
  ];
  expect(elsewhere.map((digest) => proves(digest, issuedAt + 1))).toEqual(elsewhere.map(() => false));
});

describe('C-09 what people type', () => {
  test.each([
    ['123456', '123456'],
    ['123 456', '123456'],
    ['123-456', '123456'],
    [' 1 2 3 4 5 6 ', '123456'],
    ['123\u00a0456', '123456'],
    ['12-34-56', '123456'],
    ['\t123456\n', '123456'],
    ['000000', '000000'],
    ['0012345', '0012345'],
    ['1234 5678', '12345678'],
  ])('C-09 %j is read as %s', (typed, code) => {
    expect(canonicalCode(typed)).toBe(code);
  });

  test.each([
    '',
    ' ',
    '-',
    '12345',
    '123456789',
    '12345a',
    'abcdef',
    '１２３４５６',
    '١٢٣٤٥٦',
    '۱۲۳۴۵۶',
    '१२३४५६',
    '²³¹⁴⁵⁶',
    '𝟏𝟐𝟑𝟒𝟓𝟔',
    '①②③④⑤⑥',
    '123456\u0000',
    '123\u200b456',
    '123_456',
    '123.456',
    '123,456',
    '+123456',
    '1e5678',
    '0x1234',
    '123–456',
    '123456;',
    "' OR 1=1",
    '$gt',
    '1'.repeat(33),
    `${' '.repeat(30)}123456`,
  ])('C-09 %j is no code', (typed) => {
    expect(canonicalCode(typed)).toBeUndefined();
  });
});
