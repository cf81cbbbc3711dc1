import { beforeEach, describe, expect, test } from 'vitest';
import { restoringKinds } from '../../domain/restoration.ts';
import { agentCancels, cancels } from './deeds.ts';
import { administratorDecides, aNewDevice, anIdentityOwner, whereabouts, type IdentityOwner } from './identities.ts';
import { mailsTo, recordOf } from './owners.ts';
import { confirms, getsIdentity, isAwaitedByQr, scans, showsQrCode } from './restoring.ts';
import { useStage } from './use-stage.ts';

const stage = useStage();
const minute = 60_000;
const second = 1_000;
let ida: IdentityOwner;
let iphone: Awaited<ReturnType<typeof aNewDevice>>;
let before: Awaited<ReturnType<typeof record>>;

const record = () => recordOf(stage(), ida.identity);
const recovery = (id: string) => stage().database.recoveries.findOne({ _id: id });
const templates = async () => (await mailsTo(stage(), ida.email)).map(({ template }) => template);

beforeEach(async () => {
  ida = await anIdentityOwner(stage());
  iphone = await aNewDevice();
  before = await record();
});

describe('restore by QR code', () => {
  test('D-06 completed without a mailed code: the new device alone has the identity, and the restore code still counts', async () => {
    ida = await anIdentityOwner(stage(), { devices: 2 });
    before = await record();
    const id = await isAwaitedByQr(stage(), ida, iphone);
    await getsIdentity(stage(), ida, id, iphone);
    expect(await stage().outcome(id)).toBe('completed');
    expect(await whereabouts(stage(), ida.identity)).toEqual([
      ...ida.devices.map((device) => [device.id, 'restored']),
      [iphone.id, 'active'],
    ]);
    const { token } = await record();
    expect(token).toMatchObject({ state: 'active', device: { id: iphone.id }, reservedBy: null });
    expect(token?.identity).toEqual(before.token?.identity);
    expect(await stage().database.devices.findOne({ _id: iphone.id })).toMatchObject({ state: 'active' });
    expect(await templates()).toEqual(['pairing-started', 'completed']);
  });
});

describe('duplication by QR code', () => {
  test('completed: both devices have the identity, and the restore code still counts', async () => {
    const id = await isAwaitedByQr(stage(), ida, iphone, 'duplication');
    await getsIdentity(stage(), ida, id, iphone);
    expect(await stage().outcome(id)).toBe('completed');
    const { token, bindings } = await record();
    expect(bindings[0]).toEqual(before.bindings[0]);
    expect(await whereabouts(stage(), ida.identity)).toEqual([
      [ida.device.id, 'active'],
      [iphone.id, 'active'],
    ]);
    expect(token?.identity).toEqual(before.token?.identity);
    expect(await templates()).toEqual(['pairing-started', 'completed']);
  });

  test('completed where duplicating unpairs: the first device has the identity no more', async () => {
    const id = await isAwaitedByQr(stage(), ida, iphone, 'duplication');
    await administratorDecides(stage(), { unpairsUponDuplication: true });
    await getsIdentity(stage(), ida, id, iphone);
    await administratorDecides(stage(), {});
    expect(await stage().outcome(id)).toBe('completed');
    expect(await whereabouts(stage(), ida.identity)).toEqual([
      [ida.device.id, 'unpaired'],
      [iphone.id, 'active'],
    ]);
  });
});

describe.each(restoringKinds)('INV-4 a %s by QR code that comes to nothing leaves the identity as it was:', (kind) => {
  test('B-02 nobody scanned within two minutes: expired, and a later scan is refused', async () => {
    const id = await showsQrCode(stage(), ida, kind);
    await stage().time.pass(2 * minute - 5 * second);
    expect(await recovery(id)).toMatchObject({ step: 'scan', state: 'proving' });
    await stage().time.pass(6 * second);
    await expect(scans(stage(), id, iphone)).rejects.toMatchObject({ code: 'already-finished' });
    expect(await stage().outcome(id)).toBe('expired');
    expect(await record()).toEqual(before);
    expect(await templates()).toEqual(['pairing-started', 'ended']);
  });

  test('B-02 nobody confirmed within two minutes of the scan: expired, and a later confirmation is refused', async () => {
    const id = await showsQrCode(stage(), ida, kind);
    await stage().time.pass(2 * minute - 5 * second);
    await scans(stage(), id, iphone);
    await stage().time.pass(2 * minute - 5 * second);
    expect(await recovery(id)).toMatchObject({ step: 'compare', state: 'proving' });
    await stage().time.pass(6 * second);
    await expect(confirms(stage(), ida, id, ida.device)).rejects.toMatchObject({ code: 'already-finished' });
    expect(await stage().outcome(id)).toBe('expired');
    expect(await record()).toEqual(before);
  });

  test('no passcode was chosen: still open after 29 minutes, expired after 30, and a later claim is refused', async () => {
    const id = await isAwaitedByQr(stage(), ida, iphone, kind);
    await stage().time.pass(29 * minute);
    expect(await recovery(id)).toMatchObject({ state: 'awaiting-device' });
    expect(await stage().outcome(id)).toBe('expired');
    await expect(getsIdentity(stage(), ida, id, iphone)).rejects.toMatchObject({ code: 'already-finished' });
    expect(await record()).toEqual(before);
    expect(await templates()).toEqual(['pairing-started', 'ended']);
  });

  test('cancelled by its owner at each step', async () => {
    const shown = await showsQrCode(stage(), ida, kind);
    await cancels(stage(), ida, shown, 'scan');
    expect(await stage().outcome(shown)).toBe('cancelled');
    const scanned = await showsQrCode(stage(), ida, kind);
    await scans(stage(), scanned, iphone);
    await cancels(stage(), ida, scanned, 'compare');
    expect(await stage().outcome(scanned)).toBe('cancelled');
    const confirmed = await isAwaitedByQr(stage(), ida, iphone, kind);
    await cancels(stage(), ida, confirmed);
    expect(await stage().outcome(confirmed)).toBe('cancelled');
    expect(await record()).toEqual(before);
    expect((await templates()).filter((template) => template === 'ended')).toHaveLength(3);
  });

  test('cancelled by staff: the reason is on record and reaches the owner', async () => {
    const id = await showsQrCode(stage(), ida, kind);
    await scans(stage(), id, iphone);
    await agentCancels(stage(), id, 'The caller did not start it');
    expect(await stage().outcome(id)).toBe('cancelled');
    expect((await mailsTo(stage(), ida.email)).at(-1)?.text).toContain('The caller did not start it');
    expect(await record()).toEqual(before);
  });
});
