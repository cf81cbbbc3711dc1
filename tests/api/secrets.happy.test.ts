import { expect, test } from 'vitest';
import { portalRoutes } from '../../contracts/routes/portal.ts';
import { secretIn } from '../../embedded/people/mailbox.ts';
import type { Cast } from '../../embedded/people/cast.ts';
import { useCast } from '../cast.ts';
import { newPhone, startedMigration } from './migrating.ts';

const stage = useCast();

/** Everything that MongoDB holds, as text; bytes in base64. */
async function dump(cast: Cast): Promise<string> {
  const collections = await cast.founding.database.db.collections();
  const documents = await Promise.all(collections.map((collection) => collection.find().toArray()));
  return JSON.stringify(documents);
}

test('C-08 INV-14 after a migration neither code, link, password, session nor key stands in the database', async () => {
  const { cast } = stage;
  const ana = await cast.person('canary', 'samsung SM-G970F', 1);
  const { recovery, code } = await startedMigration(cast, ana);
  const link = secretIn(await cast.mailbox.newest(ana.email, 'mail-code'), 'not-me');
  await ana.portal.ask(portalRoutes.enterMailCode, { params: { id: recovery.id }, body: { code } });
  const { device, waiting } = await newPhone(cast, ana);
  await device.claim(waiting);
  const text = await dump(cast);
  const session = decodeURIComponent(ana.portal.cookieHeader.split('=')[1] ?? '').split('.')[0] ?? '';
  const { otp } = await device.code(ana.tokens[0] ?? '');
  for (const secret of [
    `"${code}"`,
    `"${otp}"`,
    link,
    link.split('.')[1] ?? '',
    session,
    'a long demo password',
    cast.service.verifyKey,
  ])
    expect([secret.slice(0, 4), text.includes(secret)]).toEqual([secret.slice(0, 4), false]);
});

test('T-02 T-08 a seed is offered to its device sealed, anew for each recovery, and the old one is destroyed', async () => {
  const { cast } = stage;
  const ana = await cast.person('seed', 'samsung SM-G970F', 1);
  const [tokenId = ''] = ana.tokens;
  const { bindings } = cast.founding.database;
  const before = await bindings.findOne({ tokenId, state: 'active' });
  const { recovery, code } = await startedMigration(cast, ana);
  await ana.portal.ask(portalRoutes.enterMailCode, { params: { id: recovery.id }, body: { code } });
  const [one, other] = [await newPhone(cast, ana), await newPhone(cast, ana)];
  const sealed = [one, other].map(({ waiting }) => waiting.tokens[0]?.sealedSeed ?? '');
  expect(sealed.map((jwe) => jwe.split('.').length)).toEqual([5, 5]);
  expect(sealed[0]).not.toBe(sealed[1]);
  await one.device.claim(one.waiting);
  expect(await bindings.findOne({ _id: before?._id ?? '' })).toMatchObject({ state: 'ended', seed: null });
  const at = Date.now() + 30_000;
  expect((await one.device.code(tokenId, at)).otp).not.toBe((await ana.phone.code(tokenId, at)).otp);
  expect(JSON.stringify(await one.device.sync())).not.toContain('otpauth');
});

test('H-04 the owner is mailed at the start and at the end of a recovery, and each mail can say "this wasn\'t me"', async () => {
  const { cast } = stage;
  const ana = await cast.person('told', 'samsung SM-G970F', 1);
  const { recovery, code } = await startedMigration(cast, ana);
  await ana.portal.ask(portalRoutes.enterMailCode, { params: { id: recovery.id }, body: { code } });
  const { device, waiting } = await newPhone(cast, ana);
  await device.claim(waiting);
  const mails = (await cast.mailbox.messages(ana.email)).filter(({ id }) => id.startsWith(recovery.id));
  expect(mails.map(({ id, template }) => [id, template])).toEqual([
    [`${recovery.id}/3`, 'completed'],
    [`${recovery.id}/1`, 'mail-code'],
  ]);
  expect(new Set(mails.map((mail) => secretIn(mail, 'not-me'))).size).toBe(1);
  expect(mails.every(({ subject }) => !subject.includes(code))).toBe(true);
});
