import { describe, expect, test } from 'vitest';
import { deviceRoutes } from '../../contracts/routes/device.ts';
import { portalRoutes } from '../../contracts/routes/portal.ts';
import { Device } from '../../device-sdk/device.ts';
import { memoryStore } from '../../device-sdk/memory-store.ts';
import { password, type Cast, type Person } from '../../embedded/people/cast.ts';
import { phone } from '../../embedded/people/enrolment.ts';
import { useCast } from '../cast.ts';
import { confirmedMigration, newPhone, otherThan, serialOf, unusedCode } from './migrating.ts';
import { problemIn, refusalOf } from './refused.ts';
import { sendSigned } from './signed.ts';

const stage = useCast();

/** The app after its data were wiped: new keys on the same phone. */
async function reinstalled(cast: Cast, person: Person): Promise<{ app: Device; former: string }> {
  const app = new Device({ server: cast.world.urls.device, store: memoryStore() });
  const { knownDevices } = await app.signIn({ email: person.email, password, model: 'samsung SM-G970F' });
  return { app, former: knownDevices[0]?.id ?? '' };
}

describe('the reinstalled app', () => {
  test('is told which devices hold tokens, and that it is one of them where its platform says so', async () => {
    const { cast } = stage;
    const ana = await cast.person('known', 'samsung SM-G970F', 2);
    const wanted = { email: ana.email, password, model: 'iPad13,1' };
    const platformId = 'b1c2d3e4f5a607180000';
    const first = new Device({ server: cast.world.urls.device, store: memoryStore() });
    await first.signIn({ ...wanted, platformId });
    const second = new Device({ server: cast.world.urls.device, store: memoryStore() });
    const { knownDevices } = await second.signIn({ ...wanted, platformId });
    expect(knownDevices).toMatchObject([{ model: 'samsung SM-G970F', tokens: 2, isThisDevice: false }]);
  });

  test('gets every token back with new seeds, and the former installation is refused and told', async () => {
    const { cast } = stage;
    const ana = await cast.person('back', 'samsung SM-G970F', 2);
    const serial = await serialOf(ana.phone);
    const { app, former } = await reinstalled(cast, ana);
    const recovery = await app.startReload(former);
    await app.enterMailCode(recovery.id, await cast.mailbox.code(ana.email));
    expect((await app.takeBack(recovery.id)).map(({ id }) => id).toSorted()).toEqual(ana.tokens.toSorted());
    const [first = ''] = ana.tokens;
    expect(await cast.isAccepted(serial, await unusedCode(app, first))).toBe(true);
    expect(await cast.isAccepted(serial, (await ana.phone.code(first, Date.now() + 30_000)).otp)).toBe(false);
    const { departed } = await ana.phone.sync();
    expect(departed.map(({ reason }) => reason)).toEqual(['reloaded', 'reloaded']);
    expect(await cast.founding.database.recoveries.findOne({ _id: recovery.id })).toMatchObject({
      kind: 'reload',
      state: 'completed',
    });
  });

  test('takes over a confirmed migration of its token, which then has ended', async () => {
    const { cast } = stage;
    const ana = await cast.person('over', 'samsung SM-G970F', 1);
    const migration = await confirmedMigration(cast, ana);
    const before = await cast.mailbox.newest(ana.email, 'mail-code');
    const { app, former } = await reinstalled(cast, ana);
    const recovery = await app.startReload(former);
    await app.enterMailCode(recovery.id, await cast.mailbox.code(ana.email, before.id));
    expect(await app.takeBack(recovery.id)).toHaveLength(1);
    expect(await ana.portal.ask(portalRoutes.showRecovery, { params: { id: migration.id } })).toMatchObject({
      state: 'cancelled',
    });
  });
});

describe('a reload is refused', () => {
  test('where there is nothing to bring back, or the former device is this one', async () => {
    const { cast } = stage;
    const ana = await cast.person('none', 'samsung SM-G970F', 0);
    const { app } = await reinstalled(cast, ana);
    const own = (await app.state()).account?.device.id ?? '';
    for (const former of [own, 'dev_AAAAAAAAAAAAAAAAAAAAAA'])
      expect(await refusalOf(app.startReload(former))).toMatchObject({ code: 'no-tokens', status: 409 });
  });

  test('S-09 where the former device is another account’s, as if it held nothing', async () => {
    const { cast } = stage;
    const [ana, eve] = [
      await cast.person('victim', 'samsung SM-G970F', 1),
      await cast.person('thief', 'iPhone12,3', 0),
    ];
    const former = (await ana.phone.state()).account?.device.id ?? '';
    expect(await refusalOf(eve.phone.startReload(former))).toMatchObject({ code: 'no-tokens' });
    expect(await cast.founding.database.tokens.findOne({ _id: ana.tokens[0] ?? '' })).toMatchObject({
      reservedBy: null,
    });
  });

  test('while a migration that is not confirmed yet holds the token, and it says which', async () => {
    const { cast } = stage;
    const ana = await cast.person('held', 'samsung SM-G970F', 1);
    const migration = await ana.portal.ask(portalRoutes.startMigration, { params: { id: ana.tokens[0] ?? '' } });
    const { app, former } = await reinstalled(cast, ana);
    expect(await refusalOf(app.startReload(former))).toMatchObject({ code: 'token-reserved', recovery: migration.id });
  });

  test('C-06 with a wrong code, and with the right one from another device of the account', async () => {
    const { cast } = stage;
    const ana = await cast.person('codes', 'samsung SM-G970F', 1);
    const { app, former } = await reinstalled(cast, ana);
    const { id } = await app.startReload(former);
    const code = await cast.mailbox.code(ana.email);
    expect(await refusalOf(app.enterMailCode(id, otherThan(code)))).toMatchObject({
      code: 'wrong-code',
      attemptsLeft: 4,
    });
    expect(await refusalOf(ana.phone.enterMailCode(id, code))).toMatchObject({ code: 'wrong-code', attemptsLeft: 3 });
    expect(await app.enterMailCode(id, code)).toMatchObject({ state: 'awaiting-device' });
  });

  test('when another device of the account claims it', async () => {
    const { cast } = stage;
    const ana = await cast.person('other', 'samsung SM-G970F', 1);
    const { app, former } = await reinstalled(cast, ana);
    const { id } = await app.startReload(former);
    await app.enterMailCode(id, await cast.mailbox.code(ana.email));
    const rival = await phone(cast.world.urls.device, 'iPhone12,3', ana.email, password);
    expect(await rival.listWaiting()).toEqual([]);
    const body = JSON.stringify({ proofs: [{ token: ana.tokens[0], otp: '000000' }] });
    const path = deviceRoutes.claim.path.replace('{id}', id);
    expect(
      await problemIn(await sendSigned(rival, cast.world.urls.device, path, { method: 'POST', body })),
    ).toMatchObject({ code: 'not-found' });
  });

  test('INV-4 once cancelled: the tokens stay with the former installation', async () => {
    const { cast } = stage;
    const ana = await cast.person('later', 'samsung SM-G970F', 1);
    const { app, former } = await reinstalled(cast, ana);
    const { id } = await app.startReload(former);
    expect(await app.cancelRecovery(id)).toMatchObject({ state: 'cancelled' });
    expect(await cast.isAccepted(await serialOf(ana.phone), await unusedCode(ana.phone, ana.tokens[0] ?? ''))).toBe(
      true,
    );
    await confirmedMigration(cast, ana);
    expect((await newPhone(cast, ana)).waiting.kind).toBe('migration');
  });
});
