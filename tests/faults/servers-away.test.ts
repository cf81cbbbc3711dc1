import { beforeEach, describe, expect, test } from 'vitest';
import { portalRoutes } from '../../contracts/routes/portal.ts';
import type { Person } from '../../embedded/people/cast.ts';
import type { PieceName } from '../../embedded/world.ts';
import { claimsOnNewPhone, entersCode, eventually, mailsOf, reaches, startsMigration, useWorld } from './world.ts';

const scene = useWorld();
let ana: Person;
let number = 0;

beforeEach(async () => {
  ana = await scene().cast.person(`ana${String(number++)}`, 'samsung SM-G970F', 1);
});

/** MIGRATE as it is answered while something is away. */
async function whatMigrateAnswers(idempotencyKey: string) {
  const askedAt = performance.now();
  const response = await ana.portal.send(`/v1/portal/tokens/${ana.tokens[0] ?? ''}/migrations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': idempotencyKey },
    body: '{}',
  });
  const problem = (await response.json()) as { code: string };
  const tookMs = performance.now() - askedAt;
  const { headers, status } = response;
  return {
    status,
    code: problem.code,
    type: headers.get('content-type'),
    retryAfter: headers.get('retry-after'),
    tookMs,
  };
}

/** X-07, with a second to spare for a busy machine. */
async function expectUnavailable(idempotencyKey: string): Promise<void> {
  const { tookMs, ...answer } = await whatMigrateAnswers(idempotencyKey);
  expect(answer).toMatchObject({ status: 503, type: 'application/problem+json', retryAfter: '2' });
  expect(['unavailable', 'outcome-pending']).toContain(answer.code);
  expect(tookMs).toBeLessThan(4_000);
}

const migrations = () =>
  scene().cast.founding.database.recoveries.countDocuments({ 'account.id': ana.accountId, kind: 'migration' });

describe.each(['mongo', 'temporal'] as const)('X-07 %s hangs', (name: PieceName) => {
  test('the API says 503 in time, recovers by itself, and nothing has happened by halves', async () => {
    scene().world.kill(name, 'SIGSTOP');
    try {
      await expectUnavailable('asked-while-away');
      await expectUnavailable('asked-while-away');
    } finally {
      scene().world.kill(name, 'SIGCONT');
    }
    const { id } = await eventually(() => startsMigration(ana, 'asked-while-away'));
    expect(await migrations()).toBe(1);
    const code = await scene().cast.mailbox.code(ana.email);
    await eventually(() => entersCode(ana, id, code));
    await eventually(() => claimsOnNewPhone(scene(), ana));
    expect(await reaches(scene(), { _id: id, state: 'completed' })).toMatchObject({ version: 3 });
  });
});

describe.each(['mongo', 'temporal'] as const)('F-2 %s is killed in the middle of a recovery', (name: PieceName) => {
  test('after its restart the recovery goes on, with what was acknowledged', async () => {
    const { id } = await startsMigration(ana);
    const code = await scene().cast.mailbox.code(ana.email);
    scene().world.kill(name);
    try {
      await expectUnavailable('asked-while-away');
    } finally {
      await scene().world.restart(name);
    }
    expect(await eventually(() => entersCode(ana, id, code))).toMatchObject({ id, state: 'awaiting-device' });
    await eventually(() => claimsOnNewPhone(scene(), ana));
    expect(await reaches(scene(), { _id: id, state: 'completed' })).toMatchObject({ version: 3 });
    await expect.poll(() => mailsOf(scene(), id), { timeout: 60_000 }).toEqual({ 'mail-code': 1, completed: 1 });
  });
});

test('a letter that was queued while Temporal was away is delivered once it is back', async () => {
  scene().world.kill('temporal');
  const params = { params: { id: ana.tokens[0] ?? '' } };
  await eventually(() => ana.portal.askOnce(portalRoutes.disableToken, params));
  await scene().world.restart('temporal');
  const told = () => scene().cast.mailbox.messages(ana.email);
  const templates = async () => (await told()).map(({ template }) => template);
  await expect.poll(templates, { timeout: 120_000, interval: 1_000 }).toContain('token-changed');
});
