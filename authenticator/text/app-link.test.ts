import { expect, test } from 'vitest';
import { readAppLink } from './app-link.ts';

const origin = 'https://app.latchkey.test';
const recovery = 'rec_b3BlbnNlc2FtZW9wZW5zZQ';

test.each([
  [`${origin}/#/add?recovery=${recovery}`, { is: 'recovery', recovery }],
  [` ${origin}/#/add `, { is: 'recovery', recovery: undefined }],
  [`${origin}/#/add?recovery=../../x`, { is: 'recovery', recovery: undefined }],
  [`https://other.test/#/add?recovery=${recovery}`, { is: 'elsewhere', host: 'other.test' }],
  [`${origin}/#/pair?recovery=${recovery}&secret=x`, { is: 'pairing' }],
  [`https://other.test/#/pair?recovery=${recovery}`, { is: 'elsewhere', host: 'other.test' }],
  [`https://other.test/#/recreate?serial=A&code=B`, { is: 'soft-token' }],
  ['otpauth://totp/a?secret=B', { is: 'otpauth' }],
  ['https://example.org/', { is: 'something-else' }],
  [`${origin}/#/address`, { is: 'something-else' }],
  ['javascript:alert(1)#/add', { is: 'something-else' }],
  ['WIFI:S:home;;', { is: 'something-else' }],
  ['', { is: 'something-else' }],
])('%s', (text, meaning) => {
  expect(readAppLink(text, origin)).toEqual(meaning);
});
