import { describe, expect, test } from 'vitest';
import { Recovery } from '../../contracts/recoveries.ts';
import { adminRoutes } from '../../contracts/routes/admin.ts';
import { deviceRoutes } from '../../contracts/routes/device.ts';
import { Device } from '../../device-sdk/device.ts';
import { memoryStore } from '../../device-sdk/memory-store.ts';
import { secretLinkIn } from '../../device-sdk/secret-link.ts';
import { newApp } from '../../embedded/people/identity.ts';
import { mailedTransfer, setTransfers } from '../../embedded/people/transfer.ts';
import { activateDevice } from '../../store/recoveries/transfer.ts';
import { useWorldWith } from './own-world.ts';
import { problemIn, refusalOf } from './refused.ts';
import { sendSigned } from './signed.ts';
import { activatingApp, tokenRecords } from './transferring.ts';

// What the administrator decides about transfers is decided for a whole Latchkey.
const stage = useWorldWith({ anonymousPerHour: 1_000_000, signInsPerHour: 1_000_000, answersPerMinute: 1_000 });

/** A transfer that waits for its activation, and a phone that may bring it. */
async function waitingTransfer(name: string) {
  const { cast } = stage;
  await setTransfers(cast);
  const person = await cast.person(name, 'iPhone 1', 1);
  const { recovery, qr, code, userName } = await mailedTransfer(cast, person);
  const scanned = secretLinkIn(qr, 'activate');
  if (scanned === undefined) throw new Error('no activation');
  return { person, recovery, scanned, typed: { code, userName }, ...(await activatingApp(cast)) };
}

function recordOf(id: string) {
  return stage.cast.founding.database.recoveries.findOne({ _id: id });
}

describe('an activation that was mailed', () => {
  test.each([
    [{ isOn: false }, 'transfer-off'],
    [{ provisioning: 'offline' }, 'transfer-offline'],
    [{ isMobileApiOn: false }, 'mobile-api-off'],
    [{ publicAddress: null }, 'no-public-address'],
  ] as const)('waits while %o: it is refused by name, and is good as soon as that is undone', async (change, code) => {
    const { cast } = stage;
    const { person, recovery, scanned, typed, activate } = await waitingTransfer(`waits-${code}`);
    await setTransfers(cast, change);
    const before = [await recordOf(recovery.id), await tokenRecords(cast, person.tokens)];
    for (const by of [scanned, typed]) expect(await problemIn(await activate(by))).toMatchObject({ code, status: 409 });
    expect([await recordOf(recovery.id), await tokenRecords(cast, person.tokens)]).toEqual(before);
    const { devices } = cast.founding.database;
    expect(await devices.countDocuments({ accountId: person.accountId, state: 'restoring' })).toBe(0);
    await setTransfers(cast);
    expect((await activate(scanned)).status).toBe(200);
    expect(await recordOf(recovery.id)).toMatchObject({ state: 'awaiting-device' });
  });

  test('waits while the service of its token is left out', async () => {
    const { cast } = stage;
    const { scanned, activate } = await waitingTransfer('left-out');
    await setTransfers(cast, { servicesOff: [cast.service.id] });
    expect(await problemIn(await activate(scanned))).toMatchObject({ code: 'service-not-transferable' });
    await setTransfers(cast);
    expect((await activate(scanned)).status).toBe(200);
  });

  test('is judged in its transaction too, where a switch may have been turned after the first look', async () => {
    const { cast } = stage;
    const { database } = cast.founding;
    const { recovery } = await waitingTransfer('late-switch');
    await setTransfers(cast, { isOn: false });
    const before = await recordOf(recovery.id);
    const device = {
      id: 'dev_AAAAAAAAAAAAAAAAAAAAAA',
      thumbprint: `late-${cast.mark}`,
      encryptionKey: { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'A'.repeat(43) } as const,
      model: 'Android 2',
      shortId: '100001',
      platformId: null,
    };
    const transition = { recoveryId: recovery.id, seq: 2, actor: { kind: 'device', id: device.id } as const };
    expect(await activateDevice(database, transition, device)).toMatchObject({ refused: 'transfer-off' });
    expect(await recordOf(recovery.id)).toEqual(before);
    expect(await database.devices.findOne({ thumbprint: device.thumbprint })).toBeNull();
  });

  test('with a wrong code says nothing of what is off', async () => {
    const { cast } = stage;
    const { scanned, activate } = await waitingTransfer('nosy');
    await setTransfers(cast, { isOn: false });
    const wrong = { ...scanned, secret: 'A'.repeat(scanned.secret.length) };
    expect(await problemIn(await activate(wrong))).toMatchObject({ code: 'link-spent' });
  });

  test('S-07 is void for an account that is disabled, and DB-04 after its deadline, though its workflow waits still', async () => {
    const { cast } = stage;
    const { database } = cast.founding;
    const disabled = await waitingTransfer('disabled');
    const body = { reason: 'Has left the company' };
    await cast.administrator.ask(adminRoutes.disableAccount, { params: { id: disabled.person.accountId }, body });
    const late = await waitingTransfer('late');
    await database.recoveries.updateOne({ _id: late.recovery.id }, { $set: { deadline: new Date(Date.now() - 1) } });
    for (const { recovery, scanned, typed, activate, person } of [disabled, late]) {
      const before = [await recordOf(recovery.id), await tokenRecords(cast, person.tokens)];
      for (const by of [scanned, typed])
        expect(await problemIn(await activate(by))).toMatchObject({ code: 'link-spent', status: 410 });
      expect([await recordOf(recovery.id), await tokenRecords(cast, person.tokens)]).toEqual(before);
      expect(await database.devices.countDocuments({ accountId: person.accountId, state: 'restoring' })).toBe(0);
    }
  });
});

describe('a transfer that was activated', () => {
  test.each([
    [{ isOn: false }, 'transfer-off'],
    [{ isMobileApiOn: false }, 'mobile-api-off'],
  ] as const)(
    'waits while %o: Done is refused by name, and the same Done moves the tokens afterwards',
    async (change, code) => {
      const { cast } = stage;
      await setTransfers(cast);
      const ana = await cast.person(`done-${code}`, 'iPhone 1', 1);
      const { qr, recovery } = await mailedTransfer(cast, ana);
      const app = newApp(cast);
      await app.transfer.activate({ qrText: qr }, 'Android 2');
      await setTransfers(cast, change);
      const before = [await recordOf(recovery.id), await tokenRecords(cast, ana.tokens)];
      expect(await refusalOf(app.transfer.finish())).toMatchObject({ code, status: 409 });
      expect([await recordOf(recovery.id), await tokenRecords(cast, ana.tokens)]).toEqual(before);
      await setTransfers(cast);
      expect(await app.transfer.finish()).toHaveLength(1);
    },
  );
});

test('X-08 Transfer tokens that was refused while it was off begins under the same key once it is on', async () => {
  const { cast } = stage;
  await setTransfers(cast, { isOn: false });
  const ana = await cast.person('same-key', 'iPhone 1', 1);
  const start = () =>
    sendSigned(ana.phone, cast.world.urls.device, deviceRoutes.startTransfer.path, {
      method: 'POST',
      headers: { 'idempotency-key': 'one-and-the-same-key' },
      body: JSON.stringify({ tokens: ana.tokens }),
    });
  expect(await problemIn(await start())).toMatchObject({ code: 'transfer-off' });
  await setTransfers(cast);
  expect(Recovery.parse(await (await start()).json())).toMatchObject({ kind: 'transfer', state: 'proving' });
});

test('after a change of the public address, a mailed QR code is good in every app that uses an address of now, and in no other', async () => {
  const { cast } = stage;
  const { port } = new URL(cast.world.urls.device);
  await setTransfers(cast, { publicAddress: { host: '127.0.0.1', port: Number(port) } });
  const ana = await cast.person('address', 'iPhone 1', 1);
  const { qr } = await mailedTransfer(cast, ana);
  await setTransfers(cast);
  const opened = new Device({ server: new URL(qr).origin, store: memoryStore() });
  expect(await refusalOf(opened.transfer.activate({ qrText: qr }, 'Android 2'))).toMatchObject({
    code: 'proof-invalid',
  });
  const scanning = newApp(cast);
  await scanning.transfer.activate({ qrText: qr }, 'Android 2');
  expect(await scanning.transfer.finish()).toHaveLength(1);
});
