import { beforeEach, expect, test } from 'vitest';
import { portalRoutes } from '../../contracts/routes/portal.ts';
import type { Person } from '../../embedded/people/cast.ts';
import { claimsOnNewPhone, entersCode, eventually, mailsOf, reaches, startsMigration, useWorld } from './world.ts';

const scene = useWorld();
let ana: Person;
let number = 0;

beforeEach(async () => {
  ana = await scene().cast.person(`ana${String(number++)}`, 'samsung SM-G970F', 1);
});

/** Kills the API as soon as the deed has had its effect, which may be before or after its answer has left. */
async function killedOnceAt(filter: Record<string, unknown>, deed: Promise<unknown>): Promise<void> {
  const outcome = deed.catch(() => undefined);
  await reaches(scene(), { 'account.id': ana.accountId, kind: 'migration', ...filter });
  scene().world.kill('api');
  await outcome;
  await scene().world.restart('api');
}

test('INV-11 MIGRATE whose answer was lost, asked again, is the same recovery and the same mail', async () => {
  const key = 'the-same-key-both-times';
  const params = { params: { id: ana.tokens[0] ?? '' } };
  await killedOnceAt({ version: 1 }, ana.portal.askOnce(portalRoutes.startMigration, params, key));
  const { id } = await eventually(() => startsMigration(ana, key));
  const { database } = scene().cast.founding;
  expect(await database.recoveries.countDocuments({ 'account.id': ana.accountId, kind: 'migration' })).toBe(1);
  expect(await mailsOf(scene(), id)).toEqual({ 'mail-code': 1 });
});

test('INV-3 CONFIRM whose answer was lost, asked again, gets the same yes, and the code counts once', async () => {
  const { id } = await startsMigration(ana);
  const code = await scene().cast.mailbox.code(ana.email);
  const request = { params: { id }, body: { code } };
  await killedOnceAt({ version: 2 }, ana.portal.askOnce(portalRoutes.enterMailCode, request));
  expect(await eventually(() => entersCode(ana, id, code))).toMatchObject({ id, state: 'awaiting-device' });
  await claimsOnNewPhone(scene(), ana);
  expect(await reaches(scene(), { _id: id, state: 'completed' })).toMatchObject({ version: 3 });
});
