import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { FakeResend } from '../../activities/mail/fake-resend.fixture.ts';
import { portalRoutes } from '../../contracts/routes/portal.ts';
import { codeIn } from '../../embedded/people/mailbox.ts';
import type { Person } from '../../embedded/people/cast.ts';
import { entersCode, eventually, reaches, startsMigration, useWorld } from './world.ts';

const provider = new FakeResend();
let baseUrl = '';
beforeAll(async () => {
  baseUrl = await provider.start();
});
afterAll(() => provider.stop());
const scene = useWorld(() => ({ RESEND_API_KEY: 're_test', RESEND_BASE_URL: baseUrl }));

let ana: Person;
let number = 0;

beforeEach(async () => {
  provider.moods.length = 0;
  ana = await scene().cast.person(`ana${String(number++)}`, 'samsung SM-G970F', 1);
  // The mails about her first token are none of our business here.
  const { mails } = scene().cast.founding.database;
  const underway = () => mails.countDocuments({ accountId: ana.accountId, state: { $ne: 'accepted' } });
  await expect.poll(underway, { timeout: 30_000 }).toBe(0);
});

const keyOf = (recoveryId: string) => `${recoveryId}/1`;
const sent = (recoveryId: string) => provider.requests.filter(({ key }) => key === keyOf(recoveryId));
const mailState = async (id: string) =>
  (await ana.portal.ask(portalRoutes.showRecovery, { params: { id } })).challenge?.mailState;

/** C-10, M-07: however often it was sent, it was one message. */
async function expectOneMail(id: string): Promise<string> {
  await expect.poll(() => mailState(id), { timeout: 60_000, interval: 250 }).toBe('accepted');
  expect(new Set(sent(id).map(({ body }) => body)).size).toBe(1);
  const delivered = provider.delivered.get(keyOf(id));
  return codeIn(JSON.parse(delivered?.body ?? '{"text":""}') as { text: string });
}

const busy = { statusCode: 429, name: 'rate_limit_exceeded', message: 'later' };

describe('C-10 one mail in the end, and nobody waits for it, when the mail provider', () => {
  test.each([
    ['cuts the connection', [{ kind: 'drops' as const }, { kind: 'drops' as const }]],
    ['answers 500', [{ kind: 'answers' as const, status: 500, body: { message: 'oops' } }]],
    ['is busy', [{ kind: 'answers' as const, status: 429, body: busy, headers: { 'retry-after': '2' } }]],
    ['takes it and answers too late', [{ kind: 'late' as const, ms: 7_000 }]],
  ])('%s', async (_, moods) => {
    provider.moods.push(...moods);
    const started = await startsMigration(ana);
    const code = await expectOneMail(started.id);
    expect(await entersCode(ana, started.id, code)).toMatchObject({ state: 'awaiting-device' });
  });
});

test('the portal shows that the mail has not left while the provider is down', async () => {
  provider.moods.push(...Array.from({ length: 6 }, () => ({ kind: 'drops' as const })));
  const { id } = await startsMigration(ana);
  expect(['queued', 'sending']).toContain(await mailState(id));
  await expectOneMail(id);
});

test('M-07 a worker killed after the provider took the mail and before it was on record sends the same again', async () => {
  provider.moods.push({ kind: 'late', ms: 60_000 });
  const migration = eventually(() => startsMigration(ana, 'one-migration-in-this-test'));
  const { _id: id } = await reaches(scene(), { 'account.id': ana.accountId, kind: 'migration' });
  await expect.poll(() => provider.delivered.has(keyOf(id)), { timeout: 20_000 }).toBe(true);
  scene().world.kill('worker');
  await scene().world.restart('worker');
  await migration;
  const code = await expectOneMail(id);
  expect(sent(id).length).toBeGreaterThan(1);
  expect(await entersCode(ana, id, code)).toMatchObject({ state: 'awaiting-device' });
});
