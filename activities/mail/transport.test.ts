import { expect, it } from 'vitest';
import { transportFrom } from './transport.ts';

const MAIL_FROM = 'Latchkey <no-reply@latchkey.example>';

it.each([
  ['resend', { RESEND_API_KEY: 're_test', SMTP_URL: 'smtp://127.0.0.1' }],
  ['smtp', { SMTP_URL: 'smtp://127.0.0.1' }],
  [undefined, {}],
])('chooses %s', (name, settings) => {
  expect(transportFrom({ MAIL_FROM, ...settings })?.name).toBe(name);
});
