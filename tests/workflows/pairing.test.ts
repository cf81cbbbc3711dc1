import { beforeEach, describe, expect, test } from 'vitest';
import { isRefusal } from '../../domain/refusals.ts';
import { pairingDigits } from '../../domain/pairing.ts';
import { changeAccountState } from '../../store/account-state.ts';
import { unpairDevice } from '../../store/identity-devices.ts';
import { newId } from '../../store/ids.ts';
import { confirmPairing, pairDevice } from '../../store/recoveries/pair.ts';
import { openPairing } from '../../store/recoveries/restore.ts';
import { agentExtends, enters } from './deeds.ts';
import {
  aKey,
  aNewDevice,
  anIdentityOwner,
  isShownRestoreCode,
  storesRestoreCode,
  whereabouts,
  type IdentityOwner,
} from './identities.ts';
import { agent, recordOf } from './owners.ts';
import { confirms, getsIdentity, isAwaitedByQr, scans, showsQrCode } from './restoring.ts';
import { useStage } from './use-stage.ts';

const stage = useStage();
const minute = 60_000;
let ida: IdentityOwner;
let iphone: Awaited<ReturnType<typeof aNewDevice>>;

const record = () => recordOf(stage(), ida.identity);
const recovery = (id: string) => stage().database.recoveries.findOne({ _id: id });

beforeEach(async () => {
  ida = await anIdentityOwner(stage(), { devices: 2 });
  iphone = await aNewDevice();
});

describe('a QR code', () => {
  test('B-03 that two devices scan belongs to the first; the second is refused and not known afterwards', async () => {
    const id = await showsQrCode(stage(), ida);
    const thief = await aNewDevice('thief');
    const outcomes = await Promise.allSettled([scans(stage(), id, iphone), scans(stage(), id, thief)]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const winner = outcomes[0].status === 'fulfilled' ? iphone : thief;
    const loser = winner === iphone ? thief : iphone;
    await expect(scans(stage(), id, loser)).rejects.toMatchObject({ code: 'wrong-step' });
    expect((await recovery(id))?.pairing).toMatchObject({
      device: { id: winner.id },
      digits: pairingDigits(stage().deps.masterKey, id, winner.thumbprint),
    });
    expect(await stage().database.devices.findOne({ _id: loser.id })).toBeNull();
    await confirms(stage(), ida, id, ida.device);
    await expect(getsIdentity(stage(), ida, id, loser)).rejects.toMatchObject({ code: 'not-found' });
    await getsIdentity(stage(), ida, id, winner);
    expect(await stage().outcome(id)).toBe('completed');
  });

  test('is not for the device that shows it', async () => {
    const id = await showsQrCode(stage(), ida);
    const shower = await stage().database.devices.findOne({ _id: ida.device.id });
    const itself = { ...iphone, id: ida.device.id, thumbprint: shower?.thumbprint ?? '' };
    await expect(scans(stage(), id, itself)).rejects.toMatchObject({ code: 'link-spent' });
    await scans(stage(), id, iphone);
  });

  test('B-02 is not made to live longer by anybody', async () => {
    const id = await showsQrCode(stage(), ida);
    await expect(agentExtends(stage(), id, 'The caller is slow')).rejects.toMatchObject({ code: 'not-possible' });
    expect(await recovery(id)).toMatchObject({ extensionsLeft: 0, version: 1 });
    await stage().time.pass(2 * minute + 1_000);
    await expect(scans(stage(), id, iphone)).rejects.toMatchObject({ code: 'already-finished' });
  });

  test('DB-04 that is late is refused by the clock, though its workflow should be later still', async () => {
    const { database, deps } = stage();
    const at = (seq: number) => ({ recoveryId, seq, actor: ida.actor });
    const recoveryId = newId('rec');
    const opening = { accountId: ida.accountId, tokenId: ida.identity, kind: 'restore' as const };
    await openPairing(database, deps.policy, { ...at(1), ...opening, fromDevice: ida.device });
    const reserved = await record();
    await stage().time.pass(2 * minute);
    expect(await pairDevice(database, deps.policy, at(2), iphone, '07')).toMatchObject({ refused: 'link-spent' });
    expect(await record()).toEqual(reserved);
    expect(await database.devices.findOne({ _id: iphone.id })).toBeNull();
  });

  test('DB-04 that was scanned is confirmed too late by the clock, though its workflow should be later still', async () => {
    const { database, deps } = stage();
    const at = (seq: number) => ({ recoveryId, seq, actor: ida.actor });
    const recoveryId = newId('rec');
    const opening = { accountId: ida.accountId, tokenId: ida.identity, kind: 'restore' as const };
    await openPairing(database, deps.policy, { ...at(1), ...opening, fromDevice: ida.device });
    expect(isRefusal(await pairDevice(database, deps.policy, at(2), iphone, '07'))).toBe(false);
    await stage().time.pass(2 * minute);
    expect(await confirmPairing(database, deps.policy, at(3))).toMatchObject({ refused: 'already-finished' });
    expect(await recovery(recoveryId)).toMatchObject({ step: 'compare', version: 2 });
  });

  test('S-07 of an account that was disabled meanwhile makes no device known', async () => {
    const id = await showsQrCode(stage(), ida);
    await changeAccountState(stage().database, ida.accountId, 'disabled', 'Left the company', agent);
    await expect(scans(stage(), id, iphone)).rejects.toMatchObject({ code: 'link-spent' });
    expect(await stage().database.devices.findOne({ _id: iphone.id })).toBeNull();
  });
});

describe('the two digits', () => {
  test('are confirmed by the device that shows the code and by no other of the identity', async () => {
    const id = await showsQrCode(stage(), ida);
    await scans(stage(), id, iphone);
    const [, tablet = ida.device] = ida.devices;
    await expect(confirms(stage(), ida, id, tablet)).rejects.toMatchObject({ code: 'not-found' });
    await expect(confirms(stage(), ida, id, iphone)).rejects.toMatchObject({ code: 'not-found' });
    expect(await recovery(id)).toMatchObject({ step: 'compare', version: 2 });
    await confirms(stage(), ida, id, ida.device);
    expect(await recovery(id)).toMatchObject({ step: 'await-device', state: 'awaiting-device', version: 3 });
  });

  test('are not confirmed before anybody has scanned, nor by another account', async () => {
    const id = await showsQrCode(stage(), ida);
    await expect(confirms(stage(), ida, id, ida.device)).rejects.toMatchObject({ code: 'wrong-step' });
    await scans(stage(), id, iphone);
    const mallory = await anIdentityOwner(stage());
    await expect(confirms(stage(), mallory, id, ida.device)).rejects.toMatchObject({ code: 'not-found' });
    expect(await recovery(id)).toMatchObject({ step: 'compare', version: 2 });
  });

  test('D-06 are not confirmed by a device that was unpaired since it showed the code', async () => {
    const id = await showsQrCode(stage(), ida);
    await scans(stage(), id, iphone);
    await unpairDevice(stage().database, ida.accountId, ida.device.id, false, ida.actor);
    await expect(confirms(stage(), ida, id, ida.device)).rejects.toMatchObject({ code: 'token-not-ready' });
    expect(await stage().outcome(id)).toBe('expired');
  });
});

describe('a pairing under way', () => {
  test.each(['restore', 'duplication'] as const)(
    'D-06 brings nothing to anybody once the device that began the %s was unpaired: whoever stole it is shut out',
    async (kind) => {
      ida = await anIdentityOwner(stage(), { devices: kind === 'restore' ? 2 : 1 });
      const id = await isAwaitedByQr(stage(), ida, iphone, kind);
      await unpairDevice(stage().database, ida.accountId, ida.device.id, true, ida.actor);
      const unpaired = await whereabouts(stage(), ida.identity);
      await expect(getsIdentity(stage(), ida, id, iphone)).rejects.toMatchObject({ code: 'token-not-ready' });
      expect(await stage().outcome(id)).toBe('expired');
      expect(await whereabouts(stage(), ida.identity)).toEqual(unpaired);
    },
  );

  test('is told no by code: mailed codes and claims are for other steps', async () => {
    const id = await showsQrCode(stage(), ida);
    await expect(enters(stage(), ida, id, '123456')).rejects.toMatchObject({ code: 'wrong-step' });
    await expect(getsIdentity(stage(), ida, id, iphone)).rejects.toMatchObject({ code: 'wrong-step' });
    await scans(stage(), id, iphone);
    await expect(getsIdentity(stage(), ida, id, iphone)).rejects.toMatchObject({ code: 'wrong-step' });
    await confirms(stage(), ida, id, ida.device);
    await expect(scans(stage(), id, await aNewDevice())).rejects.toMatchObject({ code: 'wrong-step' });
    expect(await recovery(id)).toMatchObject({ version: 3 });
  });

  test('said twice, each message has one effect and gets the same answer', async () => {
    const key = newId('aud');
    const id = await showsQrCode(stage(), ida, 'restore', ida.device, key);
    expect(await showsQrCode(stage(), ida, 'restore', ida.device, key)).toBe(id);
    const newKey = await aKey();
    await Promise.all([scans(stage(), id, iphone), scans(stage(), id, iphone)]);
    await Promise.all([confirms(stage(), ida, id, ida.device), confirms(stage(), ida, id, ida.device)]);
    const claim = () => getsIdentity(stage(), ida, id, iphone, newKey);
    await Promise.all([claim(), claim()]);
    expect(await stage().outcome(id)).toBe('completed');
    expect((await recovery(id))?.timeline.map(({ what }) => what)).toEqual([
      'opened',
      'scanned',
      'pairing-confirmed',
      'moved',
    ]);
  });

  test('leaves alone a restore code that is shown and still has to be confirmed, where the device stays', async () => {
    ida = await anIdentityOwner(stage());
    await isShownRestoreCode(stage(), ida);
    const before = await record();
    const id = await isAwaitedByQr(stage(), ida, iphone, 'duplication');
    await getsIdentity(stage(), ida, id, iphone);
    expect(await stage().outcome(id)).toBe('completed');
    expect((await record()).token?.identity).toEqual(before.token?.identity);
  });

  test('R-03 voids a restore code that is shown and was never confirmed, where its device goes', async () => {
    await storesRestoreCode(stage(), ida);
    await isShownRestoreCode(stage(), ida);
    const id = await isAwaitedByQr(stage(), ida, iphone, 'restore');
    await getsIdentity(stage(), ida, id, iphone);
    expect(await stage().outcome(id)).toBe('completed');
    expect((await record()).token?.identity).toMatchObject({ pending: null, mustStoreCode: false });
  });
});
