import { expect, test } from 'vitest';
import { recreationUrl } from '../domain/recreation.ts';
import { NoSoftTokenCodeError } from './soft-token-errors.ts';
import { readSoftTokenLink } from './soft-token-link.ts';

const serial = 'K7M2Q9XA-4TB';
const code = '7Q2M9-F3A1E-CK0TZ-4KXPA';

test('the QR code of the portal is read as it was written', () => {
  expect(readSoftTokenLink(` ${recreationUrl('https://app.latchkey.test', serial, code)} `)).toEqual({ serial, code });
});

test.each([
  '',
  'https://app.latchkey.test/#/recreate',
  `https://app.latchkey.test/#/recreate?serial=${serial}`,
  `https://app.latchkey.test/#/activate?serial=${serial}&code=${code}`,
  `https://app.latchkey.test/#/recreate?serial=${serial}&code=${'A'.repeat(65)}`,
  `otpauth://totp/a?secret=B`,
])('%s is none', (text) => {
  expect(() => readSoftTokenLink(text)).toThrow(NoSoftTokenCodeError);
});
