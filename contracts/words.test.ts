import { describe, expect, test } from 'vitest';
import { Email, Otp, Reason, RecoveryId, TypedCode } from './words.ts';

describe('E-04 one address and nothing else', () => {
  test.each([
    'ana@example.org,eve@example.org',
    'ana@example.org;eve@example.org',
    'ana@example.org eve@example.org',
    'ana@example.org\r\nBcc: eve@example.org',
    'ana@example.org\n',
    'ana@example.org\u0000',
    'Ana <ana@example.org>',
    '"ana"@example.org',
    'ana@exam ple.org',
    'ana',
    '@example.org',
    '',
    `${'a'.repeat(250)}@example.org`,
    ['ana@example.org'],
    { $ne: null },
    { email: 'ana@example.org' },
    null,
    1,
    true,
  ])('E-04 %j is refused', (address) => {
    expect(Email.safeParse(address).success).toBe(false);
  });

  test('E-04 an address is read in small letters', () => {
    expect(Email.parse('Ana.Ortiz@Example.ORG')).toBe('ana.ortiz@example.org');
  });
});

test.each([
  'rec_',
  'rec_b3BlbnNlc2FtZW9wZW5zZQ/1',
  'rec_b3BlbnNlc2FtZW9wZW5zZQ\n',
  'tok_b3BlbnNlc2FtZW9wZW5zZQ',
  'rec_b3BlbnNlc2FtZW9wZW5z.$',
  { $ne: '' },
])('%j is no id of a recovery', (id) => {
  expect(RecoveryId.safeParse(id).success).toBe(false);
});

test.each(['1234567890', '１２３４５６', '123 456', '12345\n', ['123456'], 123456])(
  '%j is no one-time password',
  (otp) => {
    expect(Otp.safeParse(otp).success).toBe(false);
  },
);

test('C-09 a code may be typed in any way, but not at length', () => {
  expect(TypedCode.safeParse('١٢٣٤٥٦').success).toBe(true);
  expect(TypedCode.safeParse('1'.repeat(33)).success).toBe(false);
  expect(TypedCode.safeParse('').success).toBe(false);
});

test('a reason is a sentence, not white space and not a novel', () => {
  expect(Reason.parse('  Caller lost it  ')).toBe('Caller lost it');
  expect(Reason.safeParse('         ').success).toBe(false);
  expect(Reason.safeParse('x'.repeat(501)).success).toBe(false);
});
