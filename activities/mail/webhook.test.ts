import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readWebhook, UntrustedWebhook } from './webhook.ts';

const key = Buffer.from('a secret of at least twenty-four bytes');
const secret = `whsec_${key.toString('base64')}`;

/** Signed here, by the rule of the standard and not by the library under test. */
function signed(body: string, { ageS = 0, signedBody = body, signedWith = key, id = 'msg-1' } = {}) {
  const timestamp = String(Math.floor(Date.now() / 1000) - ageS);
  const signature = createHmac('sha256', signedWith).update(`${id}.${timestamp}.${signedBody}`).digest('base64');
  const headers = new Map([
    ['svix-id', id],
    ['svix-timestamp', timestamp],
    ['svix-signature', `v1,${signature}`],
  ]);
  return { body, headers, read: () => readWebhook(body, (name) => headers.get(name), secret) };
}

const news = (type: string, more: object = {}) =>
  JSON.stringify({
    type,
    created_at: '2026-07-01T09:30:00Z',
    data: { email_id: 're-1', to: ['ana@example.org'], ...more },
  });

describe('M-06 a webhook of the provider', () => {
  it.each([
    ['email.delivered', {}, 'delivered', ''],
    ['email.complained', {}, 'complained', 'reported as unwanted by the recipient'],
    [
      'email.bounced',
      { bounce: { type: 'Permanent', subType: 'General', message: 'no\r\nsuch box' } },
      'bounced',
      'Permanent: no such box',
    ],
    ['email.bounced', {}, 'bounced', ''],
    ['email.suppressed', { suppressed: { type: 'x', message: 'y' } }, 'bounced', 'suppressed by the provider: x: y'],
    ['email.failed', { failed: { reason: 'quota' } }, 'bounced', 'not sent by the provider: quota'],
  ])('%s is read', (type, more, state, detail) => {
    expect(signed(news(type, more)).read()).toEqual({ messageId: 'msg-1', providerId: 're-1', state, detail });
  });

  it.each([
    ['another kind of news', news('email.opened')],
    ['news of another thing', JSON.stringify({ type: 'domain.updated', data: { id: 'x' } })],
    ['news without an id', JSON.stringify({ type: 'email.delivered', data: {} })],
    ['an id of another type', JSON.stringify({ type: 'email.delivered', data: { email_id: { $ne: '' } } })],
    ['an array', '[]'],
    ['nothing', ''],
  ])('%s is ignored', (_what, body) => {
    expect(signed(body).read()).toBe('ignored');
  });

  it('told ten times has the same message id ten times, to be dropped by', () => {
    const told = signed(news('email.bounced'));
    const ids = Array.from({ length: 10 }, () => told.read()).map((each) =>
      each === 'ignored' ? each : each.messageId,
    );
    expect(new Set(ids)).toEqual(new Set(['msg-1']));
  });

  it.each([
    ['signed with another key', signed(news('email.delivered'), { signedWith: Buffer.from('another') })],
    ['signed for another body', signed(news('email.delivered'), { signedBody: news('email.bounced') })],
    ['five minutes and a second old', signed(news('email.delivered'), { ageS: 302 })],
    ['five minutes and a second early', signed(news('email.delivered'), { ageS: -302 })],
  ])('%s is refused', (_what, { read }) => {
    expect(read).toThrow(UntrustedWebhook);
  });

  it.each(['svix-id', 'svix-timestamp', 'svix-signature'])('without %s is refused', (name) => {
    const told = signed(news('email.delivered'));
    told.headers.delete(name);
    expect(told.read).toThrow(UntrustedWebhook);
  });

  it('with a timestamp or id that was changed afterwards is refused', () => {
    for (const [name, value] of [
      ['svix-timestamp', String(Math.floor(Date.now() / 1000) - 1)],
      ['svix-id', 'msg-2'],
    ] as const) {
      const told = signed(news('email.delivered'));
      told.headers.set(name, value);
      expect(told.read).toThrow(UntrustedWebhook);
    }
  });

  it('is read when one of several signatures is right, as during a change of secrets', () => {
    const told = signed(news('email.delivered'));
    told.headers.set('svix-signature', `v1,AAAA v1a,BBBB ${told.headers.get('svix-signature') ?? ''}`);
    expect(told.read()).toMatchObject({ state: 'delivered' });
  });

  it.each(['', 'v1', 'v1,', 'v2,xxxx', ','])('with the signature %j is refused', (signature) => {
    const told = signed(news('email.delivered'));
    told.headers.set('svix-signature', signature);
    expect(told.read).toThrow(UntrustedWebhook);
  });
});
