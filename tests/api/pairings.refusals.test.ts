import { describe, expect, test } from 'vitest';
import { Restoring } from '../../contracts/identities.ts';
import { adminRoutes } from '../../contracts/routes/admin.ts';
import { deviceRoutes } from '../../contracts/routes/device.ts';
import { readPairing } from '../../device-sdk/pairing-code.ts';
import type { Device } from '../../device-sdk/device.ts';
import {
  accountHolderOf,
  newApp,
  newPasscode,
  paired,
  passcode,
  restorable,
  restored,
  scannedPairing,
} from '../../embedded/people/identity.ts';
import { useCast } from '../cast.ts';
import { asDevice } from './principals.ts';
import { alike, problemIn, refusalOf } from './refused.ts';
import { codeBody, identityRecord } from './restoring.ts';

const stage = useCast();
const model = 'iPad8,9';

/** An app that has keys and nothing else, to scan with a single time. */
async function scanner(qr: string) {
  const { cast } = stage;
  const app = newApp(cast);
  await app.restoring.start('nobody-at-all', 'restore', model);
  const send = asDevice(cast, { phone: app });
  const { recovery, secret } = readPairing(qr);
  const { encryptionKey } = await codeBody(app, '');
  const scan = (said: { id?: string; secret?: string } = {}) =>
    send(deviceRoutes.scanPairing, {
      params: { id: said.id ?? recovery },
      body: { secret: said.secret ?? secret, model, encryptionKey },
    });
  return { app, send, scan };
}

async function deviceIdOf(app: Device): Promise<string | undefined> {
  const { restore } = await app.state();
  return restore?.at === 'recovery' ? restore.device.id : undefined;
}

describe('a pairing code', () => {
  test('B-03 belongs to the first device that scans it; that one may ask again, any other learns that it is spent', async () => {
    const { cast } = stage;
    const ana = await restorable(cast, 'scanned');
    const { qr } = await ana.phone.pairing.start('restore', passcode);
    const [first, second] = [await scanner(qr), await scanner(qr)];
    const [one, again] = [await first.scan(), await first.scan()];
    const { device, recovery } = Restoring.parse(await one.json());
    expect(Restoring.parse(await again.json())).toMatchObject({ device, recovery: { id: recovery.id } });
    expect(await problemIn(await second.scan())).toMatchObject({ code: 'link-spent', status: 410 });
    const { recoveries, devices } = cast.founding.database;
    expect(await recoveries.findOne({ _id: recovery.id })).toMatchObject({ version: 2, forDevice: device.id });
    expect(await devices.countDocuments({ accountId: ana.accountId })).toBe(2);
  });

  test('B-03 raced for by four devices is won by exactly one', { timeout: 120_000 }, async () => {
    const { cast } = stage;
    const ana = await restorable(cast, 'raced');
    const { qr, recovery } = await ana.phone.pairing.start('restore', passcode);
    const rivals = await Promise.all([1, 2, 3, 4].map(() => scanner(qr)));
    const answers = await Promise.all(rivals.map(({ scan }) => scan()));
    const codes = await Promise.all(answers.map(async (one) => (one.ok ? 'yes' : (await problemIn(one)).code)));
    expect(codes.toSorted()).toEqual(['link-spent', 'link-spent', 'link-spent', 'yes']);
    const { recoveries, devices } = cast.founding.database;
    const found = await recoveries.findOne({ _id: recovery.id });
    expect(found?.timeline.map(({ what }) => what)).toEqual(['opened', 'scanned']);
    expect(await devices.countDocuments({ accountId: ana.accountId, state: 'restoring' })).toBe(1);
  });

  test('B-01 with another secret, of another pairing, or made up, is answered like one that is spent', async () => {
    const { cast } = stage;
    const [ana, eve] = [await restorable(cast, 'secret'), await restorable(cast, 'foreign')];
    const { qr, recovery } = await ana.phone.pairing.start('restore', passcode);
    const theirs = readPairing((await eve.phone.pairing.start('restore', passcode)).qr);
    const { scan } = await scanner(qr);
    const made = { id: 'rec_AAAAAAAAAAAAAAAAAAAAAA', secret: 'A'.repeat(27) };
    const refused = [
      await scan({ secret: theirs.secret }),
      await scan({ secret: made.secret }),
      await scan({ id: made.id }),
      await scan(made),
    ];
    const problems = await Promise.all(refused.map(problemIn));
    expect(problems[0]).toMatchObject({ code: 'link-spent', status: 410 });
    for (const problem of problems) expect(alike(problem)).toEqual(alike(problems[0] ?? problem));
    expect(await cast.founding.database.recoveries.findOne({ _id: recovery.id })).toMatchObject({ version: 1 });
    expect((await scan()).status).toBe(200);
  });

  test('S-07 of an account that was disabled meanwhile is spent', async () => {
    const { cast } = stage;
    const ana = await restorable(cast, 'disabled');
    const { qr } = await ana.phone.pairing.start('restore', passcode);
    const reason = { reason: 'Left the company' };
    await cast.administrator.ask(adminRoutes.disableAccount, { params: { id: ana.accountId }, body: reason });
    expect(await problemIn(await (await scanner(qr)).scan())).toMatchObject({ code: 'link-spent' });
    const { devices } = cast.founding.database;
    expect(await devices.countDocuments({ accountId: ana.accountId, isAccountDisabled: false })).toBe(0);
  });

  test('D-04 scanned by an app of another account is refused, and stays good', async () => {
    const { cast } = stage;
    const [ana, eve] = [await restorable(cast, 'mine'), await accountHolderOf(cast, 'eve')];
    const { qr } = await ana.phone.pairing.start('duplication', passcode);
    expect(await refusalOf(eve.phone.restoring.scanPairing(qr, model))).toMatchObject({ code: 'device-key-taken' });
    expect((await (await scanner(qr)).scan()).status).toBe(200);
  });

  test('scanned by the very device that shows it is spent, and binds nothing', async () => {
    const { cast } = stage;
    const ana = await restorable(cast, 'itself');
    const before = await identityRecord(cast, ana.accountId);
    const { qr } = await ana.phone.pairing.start('duplication', passcode);
    expect(await refusalOf(ana.phone.restoring.scanPairing(qr, model))).toMatchObject({ code: 'link-spent' });
    expect((await identityRecord(cast, ana.accountId)).bindings).toEqual(before.bindings);
  });
});

describe('a pairing code that was photographed', () => {
  test("B-03 shows other digits on the thief's device, and binds nothing until the old device confirms", async () => {
    const { cast } = stage;
    const ana = await restorable(cast, 'photo');
    const before = await identityRecord(cast, ana.accountId);
    const thief = await scannedPairing(cast, ana);
    const seen = await ana.phone.showRecovery(thief.recovery.id);
    expect(seen).toMatchObject({ step: 'compare', pairing: { device: { id: await deviceIdOf(thief.app) } } });
    expect(thief.recovery.pairing?.digits).toBe(seen.pairing?.digits);
    expect(await thief.app.listWaiting()).toEqual([]);
    const body = { proofs: [{ token: ana.identity.id, otp: '123456' }] };
    const claim = asDevice(cast, { phone: thief.app })(deviceRoutes.claim, { params: { id: thief.recovery.id }, body });
    expect(await problemIn(await claim)).toMatchObject({ code: 'wrong-step' });
    await ana.phone.cancelRecovery(thief.recovery.id);
    expect(await identityRecord(cast, ana.accountId)).toEqual(before);
    // The digits follow the device: of several devices, hardly any two show the same.
    const { digits = '' } = seen.pairing ?? {};
    const next = await scannedPairing(cast, ana);
    expect(next.recovery.pairing?.digits).toMatch(/^\d\d$/);
    expect([digits, await deviceIdOf(next.app)]).not.toEqual([
      next.recovery.pairing?.digits,
      await deviceIdOf(thief.app),
    ]);
  });

  test('B-03 is confirmed by the device that shows it and by no other, whatever its identity', async () => {
    const { cast } = stage;
    const ana = await restorable(cast, 'third');
    const { app: other } = await restored(cast, ana, { kind: 'duplication' });
    await other.identity
      .issueRestoreCode(newPasscode)
      .then(({ code }) => other.identity.confirmRestoreCode(code.split('-').slice(3).join('-')));
    const { recovery, app } = await scannedPairing(cast, ana, 'restore');
    expect(await refusalOf(other.pairing.confirm(recovery.id, newPasscode))).toMatchObject({ code: 'not-found' });
    const send = asDevice(cast, { phone: app });
    const byItself = await send(deviceRoutes.confirmPairing, { params: { id: recovery.id }, body: {} });
    expect(await problemIn(byItself)).toMatchObject({ code: 'forbidden' });
    expect(await cast.founding.database.recoveries.findOne({ _id: recovery.id })).toMatchObject({ step: 'compare' });
    expect(await ana.phone.pairing.confirm(recovery.id, passcode)).toMatchObject({ state: 'awaiting-device' });
  });
});

test('T-09 a pairing for one device more than allowed is refused before a code is shown', async () => {
  const { cast } = stage;
  const ana = await restorable(cast, 'limit');
  await paired(cast, ana, 'duplication');
  expect(await refusalOf(ana.phone.pairing.start('duplication', passcode))).toMatchObject({ code: 'too-many-devices' });
  const { token } = await identityRecord(cast, ana.accountId);
  expect(token.reservedBy).toBeNull();
});
