import { describe, expect, test } from 'vitest';
import { portalRoutes } from '../../contracts/routes/portal.ts';
import { Browser, portalUser } from '../../embedded/people/browser.ts';
import { password } from '../../embedded/people/cast.ts';
import { secretIn } from '../../embedded/people/mailbox.ts';
import { useCast } from '../cast.ts';
import { problemIn, refusalOf } from './refused.ts';

const stage = useCast();
const signIn = '/v1/portal/auth/sign-in/email';
const askReset = '/v1/portal/auth/request-password-reset';
const reset = '/v1/portal/auth/reset-password';
const unnamed = ['date', 'x-request-id', 'content-length'];

async function seen(path: string, body: unknown) {
  const started = performance.now();
  const response = await new Browser(stage.cast.world.urls.portal).post(path, body);
  const ms = performance.now() - started;
  const text = (await response.text()).replace(/"requestId":"[^"]+"/, '');
  const headers = [...response.headers].filter(([name]) => !unnamed.includes(name));
  return { ms, told: { status: response.status, text, headers } };
}

describe('E-01 known or unknown', () => {
  test('E-01 an address is answered alike at sign-in, not before 400 ms', async () => {
    const ana = await stage.cast.person('known', 'samsung SM-G970F', 0);
    const known = await seen(signIn, { email: ana.email, password: 'not the password' });
    const unknown = await seen(signIn, { email: 'nobody@example.org', password: 'not the password' });
    expect(unknown.told).toEqual(known.told);
    expect(known.told.status).toBe(401);
    expect(Math.min(known.ms, unknown.ms)).toBeGreaterThan(395);
  });

  test('E-01 an address is answered alike at "Forgot password?", and only the known one gets mail', async () => {
    const { cast } = stage;
    const ana = await cast.person('forgot', 'samsung SM-G970F', 0);
    const known = await seen(askReset, { email: ana.email });
    const unknown = await seen(askReset, { email: `nobody-${cast.mark}@example.org` });
    expect(unknown.told).toEqual(known.told);
    expect(known.told.status).toBe(200);
    expect(Math.min(known.ms, unknown.ms)).toBeGreaterThan(395);
    await cast.mailbox.newest(ana.email, 'password-reset');
    expect(await cast.mailbox.messages(`nobody-${cast.mark}@example.org`)).toEqual([]);
  });
});

describe('E-04 one address', () => {
  const lists = (mark: string) => [
    `known-${mark}@example.org,eve@example.org`,
    `known-${mark}@example.org\r\nBcc: eve@example.org`,
    [`known-${mark}@example.org`],
    { $ne: null },
    `${'a'.repeat(260)}@example.org`,
    null,
    7,
  ];

  test('E-04 and nothing else is taken, at sign-in and at "Forgot password?"', async () => {
    const { cast } = stage;
    const mails = await cast.founding.database.mails.countDocuments({ template: 'password-reset', to: /eve@/ });
    for (const email of lists(cast.mark)) {
      expect((await seen(signIn, { email, password })).told.status).toBeGreaterThanOrEqual(400);
      const asked = await seen(askReset, { email });
      expect([email, asked.told.status]).toEqual([email, 400]);
    }
    expect(await cast.founding.database.mails.countDocuments({ template: 'password-reset', to: /eve@/ })).toBe(mails);
  });

  test('M-03 the link in the mail is made from our own address, whatever the request says', async () => {
    const { cast } = stage;
    const ana = await cast.person('linked', 'samsung SM-G970F', 0);
    const sent = await new Browser(cast.world.urls.portal).send(askReset, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
      body: JSON.stringify({ email: ana.email }),
    });
    expect(sent.status).toBe(200);
    const mail = await cast.mailbox.newest(ana.email, 'password-reset');
    expect(mail.html + mail.text).not.toContain('evil.example');
    expect(mail.text).toContain(`${cast.world.urls.portal}/reset-password#token=`);
  });
});

test('M-04 a reset link works once, ends every session, and stands nowhere in the database', async () => {
  const { cast } = stage;
  const ana = await cast.person('reset', 'samsung SM-G970F', 0);
  const browser = new Browser(cast.world.urls.portal);
  await browser.post(askReset, { email: ana.email });
  const token = secretIn(await cast.mailbox.newest(ana.email, 'password-reset'), 'reset-password');
  expect(token.length).toBeGreaterThanOrEqual(22);
  const verifications = await cast.founding.database.db.collection('portalVerifications').find().toArray();
  expect(JSON.stringify(verifications)).not.toContain(token);
  for (const method of ['GET', 'HEAD']) await browser.send(`${reset}?token=${token}`, { method });
  expect((await browser.post(reset, { token, newPassword: 'another long password' })).status).toBe(200);
  expect(await problemIn(await browser.post(reset, { token, newPassword: 'yet another password' }))).toMatchObject({
    code: 'link-spent',
    status: 410,
  });
  expect(await refusalOf(ana.portal.ask(portalRoutes.me, {}))).toMatchObject({ code: 'unauthenticated' });
  expect((await portalUser(cast.world.urls.portal, ana.email, 'another long password')).cookieHeader).not.toBe('');
  expect((await seen(signIn, { email: ana.email, password })).told.status).toBe(401);
});

test('S-08 of the sign-in library only the listed operations are there', async () => {
  const { portal, console } = stage.cast.world.urls;
  const operations = [
    'sign-up/email',
    'update-user',
    'delete-user',
    'change-email',
    'list-sessions',
    'ok',
    'error',
    'verify-email',
    'reset-password/x',
  ];
  for (const base of [`${portal}/v1/portal/auth`, `${console}/v1/admin/auth`])
    for (const operation of operations) {
      const answer = await fetch(`${base}/${operation}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'latchkey-request': '1' },
        body: '{}',
      });
      expect(await problemIn(answer)).toMatchObject({ code: 'not-found', status: 404 });
    }
});

test('A-01 each attempt to sign in, good or bad, is on record once and without the address typed', async () => {
  const { cast } = stage;
  const ana = await cast.person('audit', 'samsung SM-G970F', 0);
  const { audit } = cast.founding.database;
  expect(await audit.countDocuments({ what: 'portal.sign-in-email', account: ana.accountId })).toBe(1);
  const before = await audit.countDocuments({ what: 'portal.sign-in-email-refused' });
  await seen(signIn, { email: `typed-${cast.mark}@example.org`, password: 'not the password' });
  await expect.poll(() => audit.countDocuments({ what: 'portal.sign-in-email-refused' })).toBeGreaterThan(before);
  expect(JSON.stringify(await audit.find({ what: /sign-in/ }).toArray())).not.toContain(`typed-${cast.mark}`);
});
