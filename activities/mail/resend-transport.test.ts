import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeResend } from './fake-resend.fixture.ts';
import { aLetter } from './letters.fixture.ts';
import { TemporarilyRefused, type Parcel } from './parcel.ts';
import { render } from './render.tsx';
import { resendTransport, type ResendOptions } from './resend-transport.ts';

let fake: FakeResend;
let baseUrl: string;

beforeEach(async () => {
  fake = new FakeResend();
  baseUrl = await fake.start();
});
afterEach(() => fake.stop());

const transport = (options: Partial<ResendOptions> = {}) =>
  resendTransport({
    apiKey: 're_test',
    baseUrl,
    from: 'Latchkey <no-reply@latchkey.example>',
    timeoutMs: 1_500,
    ...options,
  });

const aParcel = async (override: Partial<Parcel> = {}): Promise<Parcel> => ({
  key: 'recovery-1:prove-ownership:1',
  to: 'ana@example.org',
  ...(await render(aLetter('mail-code'))),
  ...override,
});

describe('a hand-over to Resend', () => {
  it('is accepted with the provider’s id, under our key, as JSON with both forms', async () => {
    const parcel = await aParcel();
    expect(await transport().handOver(parcel)).toEqual({ state: 'accepted', providerId: 're-1' });
    expect(fake.requests).toMatchObject([{ key: parcel.key, authorization: 'Bearer re_test' }]);
    const { subject, html, text } = parcel;
    expect(JSON.parse(fake.requests[0]?.body ?? '')).toEqual({
      from: 'Latchkey <no-reply@latchkey.example>',
      to: 'ana@example.org',
      headers: { 'Auto-Submitted': 'auto-generated' },
      subject,
      html,
      text,
    });
  });

  it('C-10 M-07 timing out after it was taken, and tried again: same key, same bytes, one mail', async () => {
    fake.moods.push({ kind: 'late', ms: 3_000 });
    await expect(transport().handOver(await aParcel())).rejects.toThrow('no usable answer');
    expect(await transport().handOver(await aParcel())).toEqual({ state: 'accepted', providerId: 're-1' });
    const [first, second] = fake.requests;
    expect(second).toMatchObject({ key: first?.key, body: first?.body });
    expect(fake.delivered.size).toBe(1);
  });

  it.each([
    ['2', 2000],
    ['0', 0],
    ['0.5', 500],
    [undefined, 1000],
    ['soon', 1000],
  ])('L-04 refused for the time being with retry-after %s says when to come back', async (header, retryAfterMs) => {
    const headers: Record<string, string> = header === undefined ? {} : { 'retry-after': header };
    fake.moods.push({
      kind: 'answers',
      status: 429,
      body: { statusCode: 429, name: 'rate_limit_exceeded', message: '' },
      headers,
    });
    const refusal = await transport()
      .handOver(await aParcel())
      .catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(TemporarilyRefused);
    expect(refusal).toMatchObject({ retryAfterMs });
  });

  it('L-04 understands a retry-after that is a date', async () => {
    const headers = { 'retry-after': new Date(Date.now() + 30_000).toUTCString() };
    fake.moods.push({ kind: 'answers', status: 429, body: { name: 'daily_quota_exceeded' }, headers });
    const refusal = (await transport()
      .handOver(await aParcel())
      .catch((error: unknown) => error)) as TemporarilyRefused;
    expect(refusal.retryAfterMs).toBeGreaterThan(27_000);
    expect(refusal.retryAfterMs).toBeLessThanOrEqual(30_000);
  });

  it('L-04 goes on after a retry-after of nothing', async () => {
    fake.moods.push({ kind: 'answers', status: 429, body: { statusCode: 429 }, headers: { 'retry-after': '0' } });
    const sending = transport();
    await expect(sending.handOver(await aParcel())).rejects.toThrow(TemporarilyRefused);
    expect(await sending.handOver(await aParcel())).toMatchObject({ state: 'accepted' });
  });

  it('L-04 lets nobody else ask before the time is over', async () => {
    fake.moods.push({ kind: 'answers', status: 429, body: { statusCode: 429 }, headers: { 'retry-after': '1' } });
    const sending = transport({ longestWaitMs: 3000 });
    await sending.handOver(await aParcel()).catch(() => undefined);
    await sending.handOver(await aParcel({ key: 'other' }));
    const [first, second] = fake.requests;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(700);
  });

  it.each([
    ['500', { kind: 'answers', status: 500, body: { statusCode: 500, name: 'internal_server_error', message: '' } }],
    ['a proxy’s page', { kind: 'answers', status: 502, body: '<html>Bad Gateway</html>' }],
    ['JSON without a status', { kind: 'answers', status: 503, body: { message: 'down' } }],
    ['200 with rubbish', { kind: 'answers', status: 200, body: '<html>' }],
    ['200 without an id', { kind: 'answers', status: 200, body: {} }],
    ['a redirect', { kind: 'answers', status: 302, body: '', headers: { location: '/elsewhere' } }],
    ['a dropped connection', { kind: 'drops' }],
    [
      'our own request still in progress',
      { kind: 'answers', status: 409, body: { statusCode: 409, name: 'concurrent_idempotent_requests', message: '' } },
    ],
  ] as const)('INV-15 after %s is neither done nor failed: it is thrown, to be tried again', async (_what, mood) => {
    fake.moods.push(mood);
    await expect(transport().handOver(await aParcel())).rejects.toThrow('no usable answer');
    expect(fake.requests).toHaveLength(1);
  });

  it.each([
    [422, 'validation_error'],
    [403, 'invalid_from_address'],
    [401, 'missing_api_key'],
  ])('is final after %i', async (statusCode, name) => {
    fake.moods.push({ kind: 'answers', status: statusCode, body: { statusCode, name, message: 'No.\r\nNever.' } });
    const detail = `${String(statusCode)} ${name}: No. Never.`;
    expect(await transport().handOver(await aParcel())).toEqual({ state: 'failed', detail });
  });

  it('C-10 under a used key with another body fails, and says why', async () => {
    await transport().handOver(await aParcel());
    const other = await transport().handOver(await aParcel({ text: 'another' }));
    expect(other).toMatchObject({
      state: 'failed',
      detail: expect.stringContaining('409 invalid_idempotent_request') as string,
    });
    expect(fake.delivered.size).toBe(1);
  });

  it.each([
    ['a list of addresses', { to: 'a@example.org,b@example.org' }],
    ['a line break in the address', { to: 'a@example.org\r\nBcc: b@example.org' }],
    ['a line break in the subject', { subject: 'a\nb' }],
    ['a key that is too long', { key: 'k'.repeat(257) }],
    ['a key that is no header', { key: 'k\nx: y' }],
  ])('E-04 with %s never leaves', async (_what, override) => {
    expect(await transport().handOver(await aParcel(override))).toMatchObject({ state: 'failed' });
    expect(fake.requests).toEqual([]);
  });

  it('cannot reach the provider: thrown, without the recipient or the code in its words', async () => {
    await fake.stop();
    const error = (await transport()
      .handOver(await aParcel())
      .catch((reason: unknown) => reason)) as Error;
    expect(error.message).toBe('the mail provider gave no usable answer (none, application_error)');
  });
});

describe('L-04 the budget', () => {
  it('allows at most two requests in any second, and codes overtake notices', async () => {
    const sending = transport();
    const parcels = await Promise.all(
      [1, 2, 3, 4, 5].map((n) =>
        aParcel({ key: `${n < 4 ? 'notice' : 'code'}-${String(n)}`, priority: n < 4 ? 'notice' : 'code' }),
      ),
    );
    await Promise.all(parcels.map((parcel) => sending.handOver(parcel)));
    const keys = fake.requests.map(({ key }) => key);
    expect(keys.toSorted()).toEqual(['code-4', 'code-5', 'notice-1', 'notice-2', 'notice-3']);
    expect(keys.slice(-2)).toEqual(['notice-2', 'notice-3']);
    const gaps = fake.requests.slice(2).map(({ at }, index) => at - (fake.requests[index]?.at ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(700);
  });

  it('refuses for the time being whoever would wait too long', async () => {
    const sending = transport({ longestWaitMs: 300 });
    const parcels = await Promise.all([1, 2, 3].map((n) => aParcel({ key: `k-${String(n)}` })));
    const results = await Promise.allSettled(parcels.map((parcel) => sending.handOver(parcel)));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(results[1]).toMatchObject({ reason: { name: 'TemporarilyRefused' } });
  });
});
