import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { Restoring } from '../../contracts/identities.ts';
import { Recovery } from '../../contracts/recoveries.ts';
import { adminRoutes } from '../../contracts/routes/admin.ts';
import { deviceRoutes } from '../../contracts/routes/device.ts';
import { portalRoutes } from '../../contracts/routes/portal.ts';
import { secretLinkIn } from '../../device-sdk/secret-link.ts';
import type { ActivatedBy } from '../../device-sdk/transfer-state.ts';
import { identityHolder, newApp } from '../../embedded/people/identity.ts';
import {
  mailedTransfer,
  openedPage,
  pageSecretIn,
  setTransfers,
  startedTransfer,
} from '../../embedded/people/transfer.ts';
import { startedMigration } from './migrating.ts';
import { useWorldWith } from './own-world.ts';
import { asDevice } from './principals.ts';
import { sendSigned } from './signed.ts';
import { alike, problemIn, refusalOf } from './refused.ts';
import { activatingApp, serverSaying, tokenRecords } from './transferring.ts';

// What the administrator decides about transfers is decided for a whole Latchkey.
const stage = useWorldWith({ anonymousPerHour: 1_000_000, signInsPerHour: 1_000_000, answersPerMinute: 1_000 });

function scanned(qr: string): ActivatedBy {
  const said = secretLinkIn(qr, 'activate');
  if (said === undefined) throw new Error('no activation');
  return said;
}

describe('Transfer tokens is refused', () => {
  test.each([
    [{ isOn: false }, 'transfer-off'],
    [{ provisioning: 'offline' }, 'transfer-offline'],
    [{ isMobileApiOn: false }, 'mobile-api-off'],
    [{ publicAddress: null }, 'no-public-address'],
  ] as const)('while %o, and nothing is reserved', async (change, code) => {
    const { cast } = stage;
    await setTransfers(cast);
    const ana = await cast.person(`gap-${code}`, 'iPhone 1', 1);
    expect(await setTransfers(cast, change)).toMatchObject({ missing: [code] });
    expect(await ana.phone.transfer.status()).toEqual({ isPossible: false, missing: [code], servicesOff: [] });
    const before = await tokenRecords(cast, ana.tokens);
    expect(await refusalOf(ana.phone.transfer.start(ana.tokens))).toMatchObject({ code });
    expect(await tokenRecords(cast, ana.tokens)).toEqual(before);
    expect(
      await cast.founding.database.recoveries.countDocuments({ 'account.id': ana.accountId, kind: 'transfer' }),
    ).toBe(0);
    expect((await ana.phone.state()).transfer).toBeNull();
  });

  test('with every gap told at once, where nothing was ever set up', async () => {
    const { cast } = stage;
    const ana = await cast.person('unset', 'iPhone 1', 0);
    const off = { isOn: false, provisioning: 'offline', isMobileApiOn: false, publicAddress: null } as const;
    const missing = ['transfer-off', 'transfer-offline', 'mobile-api-off', 'no-public-address'];
    expect(await setTransfers(cast, off)).toMatchObject({ missing });
    expect(await ana.phone.transfer.status()).toMatchObject({ isPossible: false, missing });
  });

  test('for a service that is switched off, also beside tokens of others', async () => {
    const { cast } = stage;
    await setTransfers(cast);
    const ana = await cast.person('service', 'iPhone 1', 1);
    const vpn = await cast.administrator.ask(adminRoutes.createService, { body: { name: `VPN ${cast.mark}` } });
    const { id } = await cast.administrator.ask(adminRoutes.createToken, {
      body: { account: ana.accountId, service: vpn.id },
    });
    const [waiting] = await ana.phone.listWaiting();
    if (waiting === undefined) throw new Error('nothing waits');
    await ana.phone.claim(waiting);
    await setTransfers(cast, { servicesOff: [vpn.id] });
    expect(await ana.phone.transfer.status()).toEqual({ isPossible: true, missing: [], servicesOff: [vpn.id] });
    const both = [...ana.tokens, id];
    const before = await tokenRecords(cast, both);
    expect(await refusalOf(ana.phone.transfer.start(both))).toMatchObject({ code: 'service-not-transferable' });
    expect(await tokenRecords(cast, both)).toEqual(before);
    expect(await ana.phone.transfer.start(ana.tokens)).toMatchObject({ state: 'proving', step: 'activate' });
  });

  test('while one of three tokens is in another recovery, which it names; the other two are not reserved', async () => {
    const { cast } = stage;
    await setTransfers(cast);
    const ana = await cast.person('three', 'iPhone 1', 3);
    const { recovery } = await startedMigration(cast, ana);
    const before = await tokenRecords(cast, ana.tokens);
    const refused = await refusalOf(ana.phone.transfer.start(ana.tokens));
    expect(refused).toMatchObject({ code: 'token-reserved', recovery: recovery.id });
    expect(await tokenRecords(cast, ana.tokens)).toEqual(before);
    const { audit } = cast.founding.database;
    const tried = await audit.find({ account: ana.accountId, 'detail.refused': 'token-reserved' }).toArray();
    expect(tried).toMatchObject([{ actor: { kind: 'device' } }]);
    expect((await cast.mailbox.messages(ana.email)).some(({ template }) => template === 'transfer-activation')).toBe(
      false,
    );
    expect(await ana.phone.transfer.start(ana.tokens.slice(1))).toMatchObject({ state: 'proving' });
  });

  test('E-01 for tokens of another account, of another device, identities, and such as are disabled', async () => {
    const { cast } = stage;
    await setTransfers(cast);
    const [ana, eve] = [await cast.person('own', 'iPhone 1', 2), await cast.person('eve', 'iPhone 1', 1)];
    const ida = await identityHolder(cast, 'ida');
    for (const tokens of [eve.tokens, [...ana.tokens, ...eve.tokens], ['tok_AAAAAAAAAAAAAAAAAAAAAA']])
      expect(await refusalOf(ana.phone.transfer.start(tokens))).toMatchObject({ code: 'not-found' });
    expect(await refusalOf(ida.phone.transfer.start([ida.identity.id]))).toMatchObject({ code: 'not-found' });
    const [id = ''] = ana.tokens;
    await ana.portal.ask(portalRoutes.disableToken, { params: { id } });
    expect(await refusalOf(ana.phone.transfer.start(ana.tokens))).toMatchObject({ code: 'token-not-ready' });
    const { tokens } = await tokenRecords(cast, [...ana.tokens, ...eve.tokens]);
    expect(tokens.map(({ reservedBy }) => reservedBy)).toEqual([null, null, null]);
  });

  test('X-08 under the key of another request; under its own it is the same transfer', async () => {
    const { cast } = stage;
    await setTransfers(cast);
    const ana = await cast.person('key', 'iPhone 1', 2);
    const start = (tokens: string[], key: string) =>
      sendSigned(ana.phone, cast.world.urls.device, deviceRoutes.startTransfer.path, {
        method: 'POST',
        headers: { 'idempotency-key': key },
        body: JSON.stringify({ tokens }),
      });
    const key = 'one-and-the-same-key';
    const [one, again] = [await start(ana.tokens, key), await start(ana.tokens, key)];
    const { id } = Recovery.parse(await one.json());
    expect(Recovery.parse(await again.json()).id).toBe(id);
    expect(await problemIn(await start(ana.tokens.slice(1), key))).toMatchObject({ code: 'key-mismatch' });
    const other = await start(ana.tokens, 'another-key-altogether');
    expect(await problemIn(other)).toMatchObject({ code: 'token-reserved', recovery: id });
  });
});

describe('a public address is not saved', () => {
  test('where nobody, other software or another Latchkey answers; what was set stays', async () => {
    const { cast } = stage;
    const { version, publicAddress } = await setTransfers(cast);
    const wellKnown = { product: 'latchkey', api: 'v1', device: 'https://app.example.org', restoration: true };
    const others = [await serverSaying({ hello: 'world' }), await serverSaying(wellKnown), await serverSaying(null)];
    const portal = new URL(cast.world.urls.portal);
    const addresses = [
      ...others.map(({ host, port }) => ({ host, port })),
      { host: '127.0.0.1', port: 9 },
      { host: 'latchkey.invalid', port: 443 },
      { host: portal.hostname, port: Number(portal.port) },
    ];
    for (const address of addresses)
      expect(await refusalOf(setTransfers(cast, { publicAddress: address }))).toMatchObject({
        code: 'public-address-wrong',
      });
    expect(await cast.administrator.ask(adminRoutes.showTransferPolicy, {})).toMatchObject({ version, publicAddress });
    for (const { server } of others) await once(server.close(), 'close');
  });
});

describe('an activation', () => {
  test('B-03 belongs to the first device; that one may ask again, any other learns that it is spent', async () => {
    const { cast } = stage;
    await setTransfers(cast);
    const ana = await cast.person('twice', 'iPhone 1', 1);
    const { qr, code, userName, recovery } = await mailedTransfer(cast, ana);
    const [first, second] = [await activatingApp(cast), await activatingApp(cast)];
    const one = Restoring.parse(await (await first.activate(scanned(qr))).json());
    const again = Restoring.parse(await (await first.activate(scanned(qr))).json());
    expect(again).toMatchObject({ device: one.device, recovery: { id: recovery.id } });
    for (const by of [scanned(qr), { userName, code }])
      expect(await problemIn(await second.activate(by))).toMatchObject({ code: 'link-spent', status: 410 });
    const { devices, recoveries } = cast.founding.database;
    expect(await recoveries.findOne({ _id: recovery.id })).toMatchObject({ version: 2, forDevice: one.device.id });
    expect(await devices.countDocuments({ accountId: ana.accountId, state: 'restoring' })).toBe(1);
  });

  test('B-03 raced for by four devices is won by exactly one', { timeout: 120_000 }, async () => {
    const { cast } = stage;
    await setTransfers(cast);
    const ana = await cast.person('raced', 'iPhone 1', 1);
    const { qr, code, userName } = await mailedTransfer(cast, ana);
    const rivals = await Promise.all([1, 2, 3, 4].map(() => activatingApp(cast)));
    const answers = await Promise.all(
      rivals.map(({ activate }, at) => activate(at % 2 === 0 ? scanned(qr) : { userName, code })),
    );
    const codes = await Promise.all(answers.map(async (one) => (one.ok ? 'yes' : (await problemIn(one)).code)));
    expect(codes.toSorted()).toEqual(['link-spent', 'link-spent', 'link-spent', 'yes']);
    const { devices } = cast.founding.database;
    expect(await devices.countDocuments({ accountId: ana.accountId, state: 'restoring' })).toBe(1);
  });

  test('E-02 typed with another user name, an unknown one or a wrong code is answered alike, and as slowly', async () => {
    const { cast } = stage;
    await setTransfers(cast);
    const [ana, eve] = [await cast.person('typed', 'iPhone 1', 1), await cast.person('other', 'iPhone 1', 1)];
    const { code, userName } = await mailedTransfer(cast, ana);
    const theirs = await mailedTransfer(cast, eve);
    const { activate } = await activatingApp(cast);
    const problems = [];
    for (const by of [
      { userName, code: theirs.code },
      { userName: theirs.userName, code },
      { userName: `nobody-${cast.mark}`, code },
    ]) {
      const began = Date.now();
      problems.push(alike(await problemIn(await activate(by))));
      expect(Date.now() - began).toBeGreaterThanOrEqual(250);
    }
    expect(problems[0]).toMatchObject({ code: 'link-spent', status: 410 });
    for (const problem of problems) expect(problem).toEqual(problems[0]);
    expect((await activate({ userName, code })).status).toBe(200);
  });

  test('R-01 with a typing error is told so, and works when it is typed right', async () => {
    const { cast } = stage;
    await setTransfers(cast);
    const ana = await cast.person('typo', 'iPhone 1', 1);
    const { code, userName } = await mailedTransfer(cast, ana);
    const { activate } = await activatingApp(cast);
    const wrong = code.replace(/^./, (sign) => (sign === 'A' ? 'B' : 'A'));
    for (const typed of [wrong, code.slice(1), `${code}0`, 'UUUUU-UUUUU-U', '١٢٣٤'])
      expect(await problemIn(await activate({ userName, code: typed }))).toMatchObject({
        code: 'activation-mistyped',
        status: 422,
      });
    expect((await activate({ userName, code })).status).toBe(200);
  });

  test('by an app of another account is refused, as is the very phone that the tokens are on; both leave it as it was', async () => {
    const { cast } = stage;
    await setTransfers(cast);
    const [ana, eve] = [await cast.person('mine', 'iPhone 1', 1), await cast.person('stranger', 'Android 2', 0)];
    const { qr, recovery } = await mailedTransfer(cast, ana);
    const { recoveries } = cast.founding.database;
    const before = await recoveries.findOne({ _id: recovery.id });
    expect(await refusalOf(eve.phone.transfer.activate({ qrText: qr }, 'x'))).toMatchObject({
      code: 'device-key-taken',
    });
    expect(await refusalOf(ana.phone.transfer.activate({ qrText: qr }, 'x'))).toMatchObject({ code: 'link-spent' });
    expect(await recoveries.findOne({ _id: recovery.id })).toEqual(before);
    expect((await eve.phone.state()).account).not.toBeNull();
    const app = newApp(cast);
    await app.transfer.activate({ qrText: qr }, 'Android 2');
    expect(await app.transfer.finish()).toHaveLength(1);
  });

  test('T-03 gives another device of the account nothing to take, and the activated one nothing but this', async () => {
    const { cast } = stage;
    await setTransfers(cast);
    const ana = await cast.person('only', 'iPhone 1', 2);
    const { qr, recovery } = await mailedTransfer(cast, ana, ana.tokens.slice(1));
    const app = newApp(cast);
    await app.transfer.activate({ qrText: qr }, 'Android 2');
    expect(await ana.phone.listWaiting()).toEqual([]);
    const [waiting] = await app.listWaiting();
    expect(waiting).toMatchObject({ recovery: recovery.id, tokens: [{ id: ana.tokens[1] }] });
    const send = asDevice(cast, { phone: app });
    for (const route of [deviceRoutes.listTokens, deviceRoutes.transferStatus])
      expect(await problemIn(await send(route))).toMatchObject({ code: 'forbidden', status: 403 });
  });
});

describe('the page of a strict policy', () => {
  test('M-02 shows nothing for another secret, of another transfer, once used or cancelled', async () => {
    const { cast } = stage;
    await setTransfers(cast, { isStrict: true });
    const [ana, eve] = [await cast.person('page', 'iPhone 1', 1), await cast.person('foreign', 'iPhone 1', 1)];
    const { message, recovery } = await startedTransfer(cast, ana);
    const link = pageSecretIn(message);
    const theirs = pageSecretIn((await startedTransfer(cast, eve)).message);
    const refused = [
      await refusalOf(openedPage(ana, { ...link, secret: theirs.secret })),
      await refusalOf(openedPage(ana, { ...link, recovery: 'rec_AAAAAAAAAAAAAAAAAAAAAA' })),
      await refusalOf(openedPage(ana, { ...link, secret: 'A'.repeat(27) })),
    ];
    for (const problem of refused) expect(alike(problem)).toMatchObject({ code: 'link-spent', status: 410 });
    await ana.phone.cancelRecovery(recovery.id);
    expect(await refusalOf(openedPage(ana, link))).toMatchObject({ code: 'link-spent' });
    // The page's secret is not the activation's.
    const { activate } = await activatingApp(cast);
    expect(await problemIn(await activate(theirs))).toMatchObject({ code: 'link-spent' });
  });
});
