import { randomUUID } from 'node:crypto';
import { generateSync } from 'otplib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { adminRoutes } from '../../contracts/routes/admin.ts';
import { Browser } from '../../embedded/people/browser.ts';
import { Founding } from '../../embedded/people/founding.ts';
import { startWorld, type World } from '../../embedded/world.ts';
import { ends } from '../program.ts';
import { refusalOf } from './refused.ts';

const password = 'a long staff password';
const auth = '/v1/admin/auth';

/** In production: the only mode in which nobody of staff gets in by a password alone. */
let world: World;
let founding: Founding;

beforeAll(async () => {
  // Nobody is mailed here: a provider has to be named, and need not answer.
  const mail = { SMTP_URL: 'smtp://127.0.0.1:9', MAIL_FROM: 'Latchkey <no-reply@example.org>' };
  const env = { LATCHKEY_MODE: 'production', LOG_LEVEL: 'warn', ...mail };
  world = await startWorld({ say: () => undefined, temporalInMemory: true, env });
  founding = await Founding.open(world.settings);
}, 180_000);
afterAll(async () => {
  await founding.close();
  await world.stop();
}, 60_000);

async function agent() {
  const email = `agent-${randomUUID()}@example.org`;
  await founding.staff({ name: 'Ada', email, role: 'agent' }, password);
  return email;
}

async function signIn(email: string) {
  const browser = new Browser(world.urls.console);
  const response = await browser.post(`${auth}/sign-in/email`, { email, password });
  return { browser, answer: (await response.json()) as { twoFactorRedirect?: boolean } };
}

const list = (browser: Browser) => browser.askOnce(adminRoutes.listRecoveries, { query: {} });
const verify = async (browser: Browser, code: string) =>
  (await browser.post(`${auth}/two-factor/verify-totp`, { code })).status;
const backUp = async (browser: Browser, code: string) =>
  (await browser.post(`${auth}/two-factor/verify-backup-code`, { code })).status;
/** Of the present half minute, or of the next, which is accepted as well. */
const codeOf = (uri: string, which: 'now' | 'next' = 'now') =>
  generateSync({
    secret: new URL(uri).searchParams.get('secret') ?? '',
    epoch: Math.floor(Date.now() / 1_000) + (which === 'next' ? 30 : 0),
  });
const wrongCode = (uri: string) => String((Number(codeOf(uri)) + 1) % 1_000_000).padStart(6, '0');

/** Somebody who has set a second factor up, in the browser in which that was done. */
async function protectedAgent() {
  const email = await agent();
  const { browser } = await signIn(email);
  const enabled = await browser.post(`${auth}/two-factor/enable`, { password });
  const { totpURI, backupCodes } = (await enabled.json()) as { totpURI: string; backupCodes: string[] };
  expect(await verify(browser, codeOf(totpURI))).toBe(200);
  return { email, browser, totpURI, backupCodes };
}

test('S-02 without a second factor nobody gets further than to setting one up', async () => {
  const { browser, answer } = await signIn(await agent());
  expect(answer.twoFactorRedirect).toBeUndefined();
  expect(browser.cookieHeader).toContain('__Host-latchkey-staff');
  expect(await refusalOf(list(browser))).toMatchObject({ code: 'second-factor-required', status: 403 });
  expect(await browser.askOnce(adminRoutes.me, {})).toMatchObject({ hasSecondFactor: false });
  const enabled = await browser.post(`${auth}/two-factor/enable`, { password });
  const { totpURI } = (await enabled.json()) as { totpURI: string };
  expect(await refusalOf(list(browser))).toMatchObject({ code: 'second-factor-required' });
  expect(await verify(browser, wrongCode(totpURI))).toBe(401);
  expect(await refusalOf(list(browser))).toMatchObject({ code: 'second-factor-required' });
  expect(await verify(browser, codeOf(totpURI))).toBe(200);
  expect((await list(browser)).rows).toEqual([]);
});

test('S-02 with one, the password alone opens no session', async () => {
  const { email, totpURI } = await protectedAgent();
  const { browser, answer } = await signIn(email);
  expect(answer.twoFactorRedirect).toBe(true);
  expect(await refusalOf(list(browser))).toMatchObject({ code: 'unauthenticated' });
  expect(await verify(browser, wrongCode(totpURI))).toBe(401);
  expect(await refusalOf(list(browser))).toMatchObject({ code: 'unauthenticated' });
  expect(await verify(browser, codeOf(totpURI, 'next'))).toBe(200);
  expect((await list(browser)).rows).toEqual([]);
});

test('S-02 a code is good once, for signing in and for stepping up alike (RFC 6238 §5.2)', async () => {
  const { email, totpURI } = await protectedAgent();
  const code = codeOf(totpURI, 'next');
  const { browser } = await signIn(email);
  const other = (await signIn(email)).browser;
  expect(await verify(browser, code)).toBe(200);
  expect(await verify(other, code)).toBe(401);
  expect(await refusalOf(list(other))).toMatchObject({ code: 'unauthenticated' });
  const stepUp = browser.askOnce(adminRoutes.stepUp, { body: { password, code } });
  expect(await refusalOf(stepUp)).toMatchObject({ code: 'sign-in-failed' });
});

test('S-02 no browser is trusted with the password alone, whatever it asks for', async () => {
  const { email, totpURI } = await protectedAgent();
  const { browser } = await signIn(email);
  const trusting = { code: codeOf(totpURI, 'next'), trustDevice: true };
  expect((await browser.post(`${auth}/two-factor/verify-totp`, trusting)).status).toBe(200);
  await browser.post(`${auth}/sign-out`, {});
  const again = await browser.post(`${auth}/sign-in/email`, { email, password });
  expect(await again.json()).toMatchObject({ twoFactorRedirect: true });
  expect(await refusalOf(list(browser))).toMatchObject({ code: 'unauthenticated' });
});

test('S-02 a backup code stands in for it, once', async () => {
  const { email, backupCodes } = await protectedAgent();
  const [code = ''] = backupCodes;
  const first = await signIn(email);
  expect(await backUp(first.browser, code)).toBe(200);
  expect((await list(first.browser)).rows).toEqual([]);
  const second = await signIn(email);
  expect(await backUp(second.browser, code)).toBe(401);
  expect(await refusalOf(list(second.browser))).toMatchObject({ code: 'unauthenticated' });
});

const removeFactor = (email: string) => ends('api/commands/remove-second-factor.ts', world.settings, email);

test('a lost one is taken away by an operator: sessions end, and another has to be set up', async () => {
  const { email, browser, backupCodes } = await protectedAgent();
  expect(await removeFactor(email)).toMatchObject({
    code: 0,
    said: expect.stringContaining('signed out everywhere') as string,
  });
  expect(await refusalOf(list(browser))).toMatchObject({ code: 'unauthenticated' });
  const next = await signIn(email);
  expect(next.answer.twoFactorRedirect).toBeUndefined();
  expect(await refusalOf(list(next.browser))).toMatchObject({ code: 'second-factor-required' });
  expect(await backUp(next.browser, backupCodes[0] ?? '')).not.toBe(200);
  const record = await founding.database.audit.findOne({ what: 'staff.second-factor-removed' });
  expect(record).toMatchObject({ actor: { kind: 'system' }, detail: { had: true } });
});

test('nobody’s is nobody’s: the command says so, and ends with 1', async () => {
  const { code, said } = await removeFactor('nobody@example.org');
  expect(code).toBe(1);
  expect(said).toContain('No member of staff');
});
