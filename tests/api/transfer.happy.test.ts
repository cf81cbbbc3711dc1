import { describe, expect, test } from 'vitest';
import { adminRoutes } from '../../contracts/routes/admin.ts';
import { portalRoutes } from '../../contracts/routes/portal.ts';
import { Device } from '../../device-sdk/device.ts';
import { memoryStore } from '../../device-sdk/memory-store.ts';
import { freshCode } from '../../embedded/people/fresh-code.ts';
import { phone } from '../../embedded/people/enrolment.ts';
import { password } from '../../embedded/people/cast.ts';
import { newApp, supervisor } from '../../embedded/people/identity.ts';
import {
  activationIn,
  mailedTransfer,
  openedPage,
  pageSecretIn,
  setTransfers,
  startedTransfer,
  transferred,
} from '../../embedded/people/transfer.ts';
import { unusedCode } from './migrating.ts';
import { useWorldWith } from './own-world.ts';
import { refusalOf } from './refused.ts';
import { losingFirstAnswers } from './restoring.ts';
import { tokenRecords } from './transferring.ts';

// What the administrator decides about transfers is decided for a whole Latchkey.
const stage = useWorldWith({ anonymousPerHour: 1_000_000, signInsPerHour: 1_000_000, startsPerHour: 1_000 });

describe('a transfer', () => {
  test('T-08 B-03 moves all selected tokens to an app that belonged to nobody, in one step', async () => {
    const { cast } = stage;
    await setTransfers(cast);
    const ana = await cast.person('ana', 'iPhone 1', 2);
    const { app, recovery, held } = await transferred(cast, ana);
    const { account } = await app.state();
    expect(account).toMatchObject({ userName: `ana-${cast.mark}`, email: null, device: { model: 'iPhone12,3' } });
    const { tokens, bindings } = await tokenRecords(cast, ana.tokens);
    for (const token of tokens)
      expect(token).toMatchObject({ state: 'active', reservedBy: null, device: account?.device });
    expect(bindings.map(({ state, seed }) => [state, seed === null]).toSorted()).toEqual([
      ['active', false],
      ['active', false],
      ['ended', true],
      ['ended', true],
    ]);
    const { recoveries, devices, audit } = cast.founding.database;
    const record = await recoveries.findOne({ _id: recovery.id });
    expect(record).toMatchObject({ kind: 'transfer', state: 'completed', version: 3 });
    expect(record?.timeline.map(({ what }) => what)).toEqual(['opened', 'activated', 'moved']);
    expect(await devices.findOne({ _id: account?.device.id ?? '' })).toMatchObject({
      state: 'active',
      restoring: null,
    });
    const audited = await audit.find({ 'object.id': recovery.id }).sort({ at: 1 }).toArray();
    expect(audited.map(({ what, actor }) => [what, actor.kind, actor.address])).toEqual([
      ['recovery.opened', 'device', '127.0.0.1'],
      ['recovery.activated', 'device', '127.0.0.1'],
      ['recovery.moved', 'device', '127.0.0.1'],
    ]);
    for (const { id, serial } of held) expect(await cast.isAccepted(serial, await freshCode(app, id))).toBe(true);
    expect((await cast.mailbox.about(ana.email, 'completed', recovery.id)).text).toContain('iPhone12,3');
  });

  test('by the typed code, however it is written, brings the tokens to another phone of the account; the old one is told', async () => {
    const { cast } = stage;
    await setTransfers(cast);
    const ben = await cast.person('ben', 'iPhone 1', 1);
    const { recovery, code, userName } = await mailedTransfer(cast, ben);
    const [before] = (await ben.phone.state()).tokens;
    expect(await cast.isAccepted(before?.serial ?? '', await freshCode(ben.phone, before?.id ?? ''))).toBe(true);
    const next = await phone(cast.world.urls.device, 'Android 2', ben.email, password);
    const typed = code.toLowerCase().replaceAll('-', '  ').replaceAll('0', 'o').replaceAll('1', 'l');
    const activated = await next.transfer.activate({ userName: userName.toUpperCase(), code: typed }, 'ignored');
    expect(activated).toMatchObject({ id: recovery.id, state: 'awaiting-device', step: 'await-device', appLink: null });
    const waits = await ben.phone.showRecovery(recovery.id);
    expect(waits.tokens.map(({ id }) => id)).toEqual(ben.tokens);
    await next.transfer.finish();
    expect(await cast.isAccepted(before?.serial ?? '', await unusedCode(ben.phone, before?.id ?? ''))).toBe(false);
    const { tokens, departed, transfer } = await ben.phone.sync();
    expect(tokens).toEqual([]);
    expect(departed).toMatchObject([{ id: before?.id, reason: 'moved', to: { model: 'Android 2' } }]);
    expect((await ben.phone.showRecovery(recovery.id)).toDevice?.model).toBe('Android 2');
    expect(transfer).not.toBeNull();
    expect((await ben.phone.state()).transfer).toBeNull();
  });

  test('X-08 over a network that loses the first answer to everything ends as any other, and is one transfer', async () => {
    const { cast } = stage;
    await setTransfers(cast);
    const kim = await cast.person('kim', 'iPhone 1', 2);
    const { app } = await transferred(cast, kim, newApp(cast, { fetch: losingFirstAnswers() }));
    expect((await app.state()).tokens.map(({ id }) => id).toSorted()).toEqual(kim.tokens.toSorted());
    const { recoveries } = cast.founding.database;
    expect(await recoveries.countDocuments({ 'account.id': kim.accountId, kind: 'transfer' })).toBe(1);
  });

  test('T-06 cancelled in the app, in the portal or at the desk leaves the tokens exactly as they were', async () => {
    const { cast } = stage;
    await setTransfers(cast);
    const zoe = await cast.person('zoe', 'iPhone 1', 2);
    const before = await tokenRecords(cast, zoe.tokens);
    const body = { reason: 'The caller has changed her mind' };
    const ways = [
      (id: string) => zoe.phone.cancelRecovery(id),
      (id: string) => zoe.portal.ask(portalRoutes.cancelRecovery, { params: { id }, body: {} }),
      (id: string) => cast.agent.ask(adminRoutes.cancel, { params: { id }, body }),
    ];
    for (const cancel of ways) {
      const { recovery, qr } = await mailedTransfer(cast, zoe);
      const app = newApp(cast);
      await app.transfer.activate({ qrText: qr }, 'Android 2');
      await cancel(recovery.id);
      expect(await tokenRecords(cast, zoe.tokens)).toEqual(before);
      await expect(app.transfer.finish()).rejects.toThrow('nothing waits');
      expect(await app.transfer.look()).toMatchObject({ state: 'cancelled' });
      expect(await app.state()).toMatchObject({ activation: null, account: null });
      const refused = await refusalOf(newApp(cast).transfer.activate({ qrText: qr }, 'late'));
      expect(refused).toMatchObject({ code: 'link-spent', status: 410 });
    }
    const [token] = (await zoe.phone.state()).tokens;
    expect(await cast.isAccepted(token?.serial ?? '', await freshCode(zoe.phone, token?.id ?? ''))).toBe(true);
  });
});

describe('at a public address that is not the one that the app was installed from', () => {
  test('the app that the QR code opens activates, claims and goes on there', async () => {
    const { cast } = stage;
    const { port } = new URL(cast.world.urls.device);
    await setTransfers(cast, { publicAddress: { host: '127.0.0.1', port: Number(port) } });
    const ida = await cast.person('ida', 'iPhone 1', 1);
    const { qr } = await mailedTransfer(cast, ida);
    expect(qr).toMatch(/^http:\/\/127\.0\.0\.1:/);
    const app = new Device({ server: new URL(qr).origin, store: memoryStore() });
    await app.transfer.activate({ qrText: qr }, 'Android 2');
    const [held] = await app.transfer.finish();
    expect(await cast.isAccepted(held?.serial ?? '', await freshCode(app, held?.id ?? ''))).toBe(true);
    expect((await app.sync()).tokens).toMatchObject([{ id: held?.id, isUsable: true }]);
  });
});

describe('under a strict policy', () => {
  test('M-01 M-02 B-02 the message has a link only; a GET of its page does nothing, its reader sees the code', async () => {
    const { cast } = stage;
    await setTransfers(cast, { isStrict: true });
    const noa = await cast.person('noa', 'iPhone 1', 1);
    const { recovery, message } = await startedTransfer(cast, noa);
    expect(() => activationIn(message)).toThrow('no activation');
    expect(message.html).not.toContain('#/activate');
    const link = pageSecretIn(message);
    const { audit, recoveries } = cast.founding.database;
    const before = await recoveries.findOne({ _id: recovery.id });
    await fetch(`${cast.world.urls.portal}/activation`);
    const got = await fetch(
      `${cast.world.urls.portal}/v1/portal/activation-pages?${new URLSearchParams(link).toString()}`,
    );
    expect(got.ok).toBe(false);
    expect(await audit.countDocuments({ 'object.id': recovery.id })).toBe(1);
    const shown = await openedPage(noa, link);
    expect(shown).toMatchObject({ userName: `noa-${cast.mark}`, services: [`Qualified Cloud Signature ${cast.mark}`] });
    expect(shown.qr).toMatch(new RegExp(`^${cast.world.urls.device}/#/activate\\?recovery=${recovery.id}&secret=`));
    const shownOn = await audit.findOne({ 'object.id': recovery.id, what: 'recovery.activation-shown' });
    expect(shownOn).toMatchObject({ account: noa.accountId, actor: { address: '127.0.0.1' } });
    expect(await recoveries.findOne({ _id: recovery.id })).toEqual(before);
    const app = newApp(cast);
    await app.transfer.activate({ userName: shown.userName, code: shown.code }, 'Android 2');
    expect(await refusalOf(openedPage(noa, link))).toMatchObject({ code: 'link-spent' });
    expect(await app.transfer.finish()).toHaveLength(1);
  });
});

describe('to another account', () => {
  test('A-04 is one action of a supervisor: deleted there, given here, each on record and told to its owner', async () => {
    const { cast } = stage;
    const [from, to] = [await cast.person('from', 'iPhone 1', 1), await cast.person('to', 'Android 2', 0)];
    const [former = ''] = from.tokens;
    const sue = await supervisor(cast, 'Sue');
    const reason = 'Took over the desk of a colleague';
    const given = await sue.ask(adminRoutes.reassignToken, {
      params: { id: former },
      body: { account: to.accountId, reason },
    });
    expect(given).toMatchObject({ account: to.accountId, service: { id: cast.service.id } });
    const { tokens, audit } = cast.founding.database;
    expect(await tokens.findOne({ _id: former })).toMatchObject({ state: 'deleted', accountId: from.accountId });
    const deleted = await audit.findOne({ 'object.id': former, what: 'token.deleted' });
    expect(deleted).toMatchObject({ account: from.accountId, actor: { role: 'supervisor' }, reason });
    const created = await audit.findOne({ 'object.id': given.id, what: 'token.created' });
    expect(created).toMatchObject({ account: to.accountId, actor: { role: 'supervisor' }, reason });
    await cast.mailbox.newest(from.email, 'token-changed');
    await cast.mailbox.newest(to.email, 'token-ready');
    const [waiting] = await to.phone.listWaiting();
    if (waiting === undefined) throw new Error('nothing waits');
    const [held] = await to.phone.claim(waiting);
    expect(await cast.isAccepted(held?.serial ?? '', await freshCode(to.phone, held?.id ?? ''))).toBe(true);
    expect((await from.phone.sync()).departed).toMatchObject([{ id: former, reason: 'deleted' }]);
  });
});
