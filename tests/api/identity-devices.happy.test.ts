import { describe, expect, test } from 'vitest';
import { deviceRoutes } from '../../contracts/routes/device.ts';
import { portalRoutes } from '../../contracts/routes/portal.ts';
import type { Device } from '../../device-sdk/device.ts';
import { identityProof } from '../../device-sdk/identity-proof.ts';
import { password } from '../../embedded/people/cast.ts';
import {
  accountHolderOf,
  backUp,
  lastGroup,
  newApp,
  newPasscode,
  passcode,
  restorable,
  restored,
  signsIn,
  startSignIn,
} from '../../embedded/people/identity.ts';
import { useCast } from '../cast.ts';
import { handMade } from './hand-made.ts';
import { problemIn, refusalOf } from './refused.ts';
import { askingApp, losingFirstAnswers } from './restoring.ts';

const stage = useCast();
const idOf = async (app: Device) => (await app.state()).account?.device.id ?? '';

/** An identity on two devices, of which the second has gone offline. */
async function onTwoDevices(name: string) {
  const ana = await restorable(stage.cast, name);
  const { app } = await restored(stage.cast, ana, { kind: 'duplication' });
  return { ana, app, id: await idOf(app) };
}

const activeOf = (tokenId: string) =>
  stage.cast.founding.database.bindings.countDocuments({ tokenId, state: 'active' });

describe('Devices in the app', () => {
  test('lists where the identity is, and deactivates it on one: at once, told to the owner and to that device', async () => {
    const { cast } = stage;
    const { ana, app, id } = await onTwoDevices('app');
    const { number } = await startSignIn(cast, ana.userName);
    const [waiting] = await app.identity.listSignIns();
    const listed = await ana.phone.identity.devices();
    expect(listed.map((device) => [device.model, device.isThisDevice])).toEqual([
      ['samsung SM-G970F', true],
      ['iPhone12,3', false],
    ]);
    expect(await ana.phone.identity.unpair(id, passcode)).toHaveLength(1);
    if (waiting === undefined) throw new Error('no sign-in waits');
    expect(await refusalOf(app.identity.approveSignIn(waiting, number, newPasscode))).toMatchObject({
      code: 'not-found',
    });
    const { bindings, audit } = cast.founding.database;
    const ended = { state: 'ended', end: { reason: 'unpaired', to: null } };
    expect(await bindings.findOne({ 'device.id': id })).toMatchObject(ended);
    expect(await audit.countDocuments({ what: 'identity.unpaired', 'object.id': id })).toBe(1);
    expect((await cast.mailbox.newest(ana.email, 'device-unpaired')).text).toContain('iPhone12,3');
    const state = await app.sync();
    expect(state.heldIdentity).toBeNull();
    expect(state.departed).toMatchObject([{ id: ana.identity.id, reason: 'unpaired' }]);
    expect(await app.identity.show()).toMatchObject({ isHere: false, devices: 1 });
  });

  test('warns before the last one, and takes it when that was meant; a restore brings it back', async () => {
    const { cast } = stage;
    const ana = await restorable(cast, 'last');
    const own = await idOf(ana.phone);
    expect(await refusalOf(ana.phone.identity.unpair(own, passcode))).toMatchObject({
      code: 'last-device',
      status: 409,
    });
    expect(await activeOf(ana.identity.id)).toBe(1);
    await ana.phone.identity.unpair(own, passcode, { confirmLast: true });
    expect(await activeOf(ana.identity.id)).toBe(0);
    expect((await restored(cast, ana)).identity).toMatchObject({ isHere: true, devices: 1 });
  });

  test('of two devices that deactivate one another at once, one is warned that it is the last', async () => {
    const { ana, app, id } = await onTwoDevices('mutual');
    const outcomes = await Promise.allSettled([
      ana.phone.identity.unpair(id, passcode),
      app.identity.unpair(await idOf(ana.phone), newPasscode),
    ]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
    expect(await activeOf(ana.identity.id)).toBe(1);
  });

  test('S-09 does not know the devices of others', async () => {
    const { cast } = stage;
    const [{ ana, id }, eve] = [await onTwoDevices('victim'), await handMade(cast, 'eve')];
    for (const foreign of [id, 'dev_AAAAAAAAAAAAAAAAAAAAAA']) {
      const proof = await identityProof(eve.pair.privateKey, await eve.claims('unpair-device', foreign), Date.now());
      const unpair = () => eve.send(deviceRoutes.unpairDevice, { params: { id: foreign }, body: { proof } });
      for (let time = 0; time < 2; time++)
        expect(await problemIn(await unpair())).toMatchObject({ code: 'not-found', status: 404 });
    }
    const body = { password };
    const inPortal = eve.holder.portal.ask(portalRoutes.unpairDevice, { params: { id }, body });
    expect(await refusalOf(inPortal)).toMatchObject({ code: 'not-found' });
    expect(await activeOf(ana.identity.id)).toBe(2);
  });
});

describe('Devices in the portal', () => {
  test('deactivates by password alone, for whoever has no device at hand', async () => {
    const { cast } = stage;
    const { ana, app, id } = await onTwoDevices('portal');
    const unpair = (by: string) =>
      ana.portal.ask(portalRoutes.unpairDevice, { params: { id }, body: { password: by } });
    expect(await refusalOf(unpair('a wrong demo password'))).toMatchObject({ code: 'verification-failed' });
    const { audit } = cast.founding.database;
    expect(await audit.countDocuments({ what: 'identity.unpair-refused', account: ana.accountId })).toBe(1);
    expect(await activeOf(ana.identity.id)).toBe(2);
    expect((await unpair(password)).devices).toHaveLength(1);
    expect((await cast.mailbox.newest(ana.email, 'device-unpaired')).text).toContain('iPhone12,3');
    expect(await refusalOf(app.identity.issueRestoreCode(newPasscode))).toMatchObject({ code: 'not-found' });
    await signsIn(cast, ana.phone, ana.userName);
    const last = { params: { id: await idOf(ana.phone) }, body: { password } };
    expect(await refusalOf(ana.portal.ask(portalRoutes.unpairDevice, last))).toMatchObject({ code: 'last-device' });
  });

  test('C-04 lets nobody try passwords without end', async () => {
    const { ana, id } = await onTwoDevices('tries');
    const body = { password: 'a wrong demo password' };
    const codes: string[] = [];
    for (let guess = 0; guess < 11; guess++)
      codes.push((await refusalOf(ana.portal.ask(portalRoutes.unpairDevice, { params: { id }, body }))).code);
    expect(codes.at(0)).toBe('verification-failed');
    expect(codes.at(-1)).toBe('rate-limited');
  });
});

test(
  'INV-3 on a network that loses the first answer to everything, each deed of the app is done once',
  { timeout: 120_000 },
  async () => {
    const { cast } = stage;
    const ana = await accountHolderOf(cast, 'lossy', newApp(cast, { fetch: losingFirstAnswers() }));
    const { identity, pairing } = ana.phone;
    await identity.create(passcode);
    await signsIn(cast, ana.phone, ana.userName);
    const { code } = await identity.issueRestoreCode(passcode);
    expect(await identity.confirmRestoreCode(lastGroup(code))).toMatchObject({ restoration: { isActive: true } });
    expect((await identity.showRestoreCode(passcode)).code).toBe(code);
    const second = newApp(cast, { fetch: losingFirstAnswers() });
    const { qr, recovery } = await pairing.start('duplication', passcode);
    await second.restoring.scanPairing(qr, 'iPad8,9');
    expect(await pairing.confirm(recovery.id, passcode)).toMatchObject({ state: 'awaiting-device' });
    expect(await second.restoring.finish(newPasscode)).toMatchObject({ devices: 2, signIns: 1 });
    expect(await identity.unpair(await idOf(second), passcode)).toHaveLength(1);
    expect(await identity.disableRestoration(passcode)).toMatchObject({ restoration: { isActive: false } });
    const { audit, bindings } = cast.founding.database;
    const whats = (await audit.find({ account: ana.accountId }).sort({ at: 1 }).toArray()).map(({ what }) => what);
    expect(whats.filter((what) => !/^(device|account|portal|sign-in\.started)/.test(what))).toEqual([
      'identity.created',
      'sign-in.approved',
      // Made anew, for the first one never arrived.
      'restore-code.issued',
      'restore-code.issued',
      'restoration.activated',
      'restore-code.shown',
      'restore-code.shown',
      'recovery.opened',
      'recovery.scanned',
      'recovery.pairing-confirmed',
      'recovery.moved',
      'identity.unpaired',
      'restoration.disabled',
    ]);
    expect(await bindings.countDocuments({ accountId: ana.accountId })).toBe(2);
    const mails = (await cast.mailbox.messages(ana.email)).map(({ template }) => template);
    for (const template of ['identity-created', 'device-unpaired', 'completed', 'pairing-started'])
      expect(mails.filter((sent) => sent === template)).toEqual([template]);
    expect(mails.filter((sent) => sent === 'restore-code-changed')).toHaveLength(2);
  },
);

test("H-04 the restore function is the owner's: activating, renewing and disabling it are told, and disabled it restores nothing", async () => {
  const { cast } = stage;
  const ana = await restorable(cast, 'function');
  const renewed = await backUp(ana.phone);
  expect(await ana.phone.identity.disableRestoration(passcode)).toMatchObject({ restoration: { isActive: false } });
  for (const code of [ana.restoreCode, renewed])
    expect(await problemIn(await (await askingApp(cast, ana.userName)).enter(code))).toMatchObject({
      code: 'wrong-restore-code',
    });
  const told = (await cast.mailbox.messages(ana.email)).filter(({ template }) => template === 'restore-code-changed');
  expect(told).toHaveLength(3);
  for (const { text } of told) for (const code of [ana.restoreCode, renewed]) expect(text).not.toContain(code);
  expect(await refusalOf(ana.phone.identity.showRestoreCode(passcode))).toMatchObject({ code: 'restoration-inactive' });
});
