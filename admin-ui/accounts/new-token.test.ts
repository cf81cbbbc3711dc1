import { describe, expect, it } from 'vitest';
import { tokenCommand, type NewToken } from './new-token.ts';

const account = 'acc_b3BlbnNlc2FtZW9wZW5zZQ';
const filled: NewToken = {
  service: 'svc_b3BlbnNlc2FtZW9wZW5zZQ',
  type: 'totp',
  hasCertificate: false,
  certificate: { subject: 'Ana Ortiz', kind: 'Qualified certificate', expiresOn: '2028-02-29' },
};

describe('giving a token', () => {
  it('leaves the certificate out while its switch is off', () => {
    expect(tokenCommand(account, filled)).toEqual({ account, service: filled.service, type: 'totp' });
  });

  it('names a certificate that is good to the end of its last day', () => {
    expect(tokenCommand(account, { ...filled, hasCertificate: true })?.certificate).toEqual({
      subject: 'Ana Ortiz',
      kind: 'Qualified certificate',
      expiresAt: '2028-02-29T23:59:59.000Z',
    });
  });

  it.each([
    ['a service', { service: '' }],
    ['a certificate without its date', { hasCertificate: true, certificate: { ...filled.certificate, expiresOn: '' } }],
  ])('is not possible without %s', (_what, missing) => {
    expect(tokenCommand(account, { ...filled, ...missing })).toBeUndefined();
  });
});
