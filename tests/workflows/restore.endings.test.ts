import { beforeEach, describe, expect, test } from 'vitest';
import { restoringKinds } from '../../domain/restoration.ts';
import { agentCancels, cancels, enters } from './deeds.ts';
import { aNewDevice, anIdentityOwner, isShownRestoreCode, whereabouts, type IdentityOwner } from './identities.ts';
import { mailedCode, mailsTo, recordOf, wrongCode } from './owners.ts';
import { entersSecondCode, getsIdentity, isAwaitedByCode, startsRestore } from './restoring.ts';
import { useStage } from './use-stage.ts';

const stage = useStage();
const minute = 60_000;
let ida: IdentityOwner;
let iphone: Awaited<ReturnType<typeof aNewDevice>>;
let before: Awaited<ReturnType<typeof record>>;

const record = () => recordOf(stage(), ida.identity);
const recovery = (id: string) => stage().database.recoveries.findOne({ _id: id });
const mails = () => mailsTo(stage(), ida.email);
const templates = async () => (await mails()).map(({ template }) => template);
const deviceState = async () => (await stage().database.devices.findOne({ _id: iphone.id }))?.state;

beforeEach(async () => {
  ida = await anIdentityOwner(stage(), { devices: 2 });
  iphone = await aNewDevice();
  before = await record();
});

describe('restore by code', () => {
  test('R-03 D-06 completed: the new device alone has the identity, its restore code is void, a new one must be stored', async () => {
    await isShownRestoreCode(stage(), ida);
    const id = await isAwaitedByCode(stage(), ida, iphone);
    expect(await deviceState()).toBe('restoring');
    await getsIdentity(stage(), ida, id, iphone);

    expect(await stage().outcome(id)).toBe('completed');
    const [first, second] = ida.devices.map((device) => device.id);
    expect(await whereabouts(stage(), ida.identity)).toEqual([
      [first, 'restored'],
      [second, 'restored'],
      [iphone.id, 'active'],
    ]);
    const { token } = await record();
    expect(token).toMatchObject({ state: 'active', device: { id: iphone.id }, reservedBy: null });
    expect(token?.identity).toMatchObject({ code: null, pending: null, mustStoreCode: true });
    expect(await deviceState()).toBe('active');
    expect(await templates()).toEqual(['mail-code', 'completed']);
  });

  test('completed on a device that has had the identity: it begins there anew, with another key', async () => {
    const known = await stage().database.devices.findOne({ _id: ida.device.id });
    const again = { ...iphone, thumbprint: known?.thumbprint ?? '' };
    const id = await isAwaitedByCode(stage(), ida, again);
    await getsIdentity(stage(), ida, id, ida.device);
    expect(await stage().outcome(id)).toBe('completed');
    const { bindings } = await record();
    const active = bindings.filter(({ state }) => state === 'active');
    expect(active.map(({ device }) => device.id)).toEqual([ida.device.id]);
    expect(active[0]?.key?.thumbprint).not.toBe(before.bindings[0]?.key?.thumbprint);
  });
});

describe('duplication by code', () => {
  test('R-03 completed: both devices have the identity, with keys of their own, and the restore code is void', async () => {
    ida = await anIdentityOwner(stage());
    const id = await isAwaitedByCode(stage(), ida, iphone, 'duplication');
    await getsIdentity(stage(), ida, id, iphone);
    expect(await stage().outcome(id)).toBe('completed');
    const { token, bindings } = await record();
    expect(bindings.map(({ device, state }) => [device.id, state])).toEqual([
      [ida.device.id, 'active'],
      [iphone.id, 'active'],
    ]);
    expect(new Set(bindings.map(({ key }) => key?.thumbprint)).size).toBe(2);
    expect(token).toMatchObject({ reservedBy: null, identity: { code: null, mustStoreCode: true } });
    expect(await templates()).toEqual(['mail-code', 'completed']);
  });
});

describe.each(restoringKinds)('INV-4 a %s by code that comes to nothing leaves the identity as it was:', (kind) => {
  beforeEach(async () => {
    ida = await anIdentityOwner(stage());
    before = await record();
  });

  test('cancelled by its owner at either step', async () => {
    const early = await startsRestore(stage(), ida, iphone, kind);
    await cancels(stage(), ida, early, 'prove-ownership');
    expect(await stage().outcome(early)).toBe('cancelled');
    const late = await isAwaitedByCode(stage(), ida, iphone, kind);
    await cancels(stage(), ida, late);
    expect(await stage().outcome(late)).toBe('cancelled');
    expect(await record()).toEqual(before);
    expect(await templates()).toEqual(['mail-code', 'ended', 'mail-code', 'ended']);
  });

  test('cancelled by staff: the reason is on record and reaches the owner', async () => {
    const id = await isAwaitedByCode(stage(), ida, iphone, kind);
    await agentCancels(stage(), id, 'The caller asked for it');
    expect(await stage().outcome(id)).toBe('cancelled');
    expect((await recovery(id))?.timeline.at(-1)).toMatchObject({ what: 'cancelled', note: 'The caller asked for it' });
    expect((await mails()).at(-1)?.text).toContain('The caller asked for it');
    expect(await record()).toEqual(before);
  });

  test('expired while the second code should have been entered: the owner is told', async () => {
    const id = await startsRestore(stage(), ida, iphone, kind);
    expect(await stage().outcome(id)).toBe('expired');
    await expect(entersSecondCode(stage(), ida, id, iphone)).rejects.toMatchObject({ code: 'already-finished' });
    expect(await record()).toEqual(before);
    expect(await templates()).toEqual(['mail-code', 'ended']);
  });

  test('no passcode was chosen: still open after 29 minutes, expired after 30, and a later claim is refused', async () => {
    const id = await isAwaitedByCode(stage(), ida, iphone, kind);
    await stage().time.pass(29 * minute);
    expect(await recovery(id)).toMatchObject({ state: 'awaiting-device' });
    expect(await stage().outcome(id)).toBe('expired');
    await expect(getsIdentity(stage(), ida, id, iphone)).rejects.toMatchObject({ code: 'already-finished' });
    expect(await record()).toEqual(before);
    expect(await templates()).toEqual(['mail-code', 'ended']);
  });

  test('C-03 locked by five wrong second codes: even the right one is refused, and the restore code still counts', async () => {
    const id = await startsRestore(stage(), ida, iphone, kind);
    const right = await mailedCode(stage(), ida, id);
    for (let left = 4; left >= 1; left--) {
      const wrong = enters(stage(), ida, id, wrongCode(right, left), iphone.thumbprint);
      await expect(wrong).rejects.toMatchObject({ code: 'wrong-code', facts: { attemptsLeft: left } });
    }
    const last = enters(stage(), ida, id, wrongCode(right, 5), iphone.thumbprint);
    await expect(last).rejects.toMatchObject({ code: 'attempts-exhausted' });
    await expect(entersSecondCode(stage(), ida, id, iphone)).rejects.toMatchObject({ code: 'already-finished' });
    expect(await stage().outcome(id)).toBe('locked');
    expect(await record()).toEqual(before);
    expect(before.token?.identity?.code).not.toBeNull();
    expect(await templates()).toEqual(['mail-code', 'ended']);
  });
});
