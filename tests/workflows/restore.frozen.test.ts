import { beforeEach, describe, expect, test } from 'vitest';
import { freezeRecovered } from '../../store/repudiation.ts';
import { administratorDecides, aKey, aNewDevice, anIdentityOwner, type IdentityOwner } from './identities.ts';
import { mailsTo, recordOf } from './owners.ts';
import { getsIdentity, isAwaitedByCode, isAwaitedByQr, scans, confirms, showsQrCode } from './restoring.ts';
import { storesRestoreCode } from './identities.ts';
import { useStage } from './use-stage.ts';

const stage = useStage();
let ida: IdentityOwner;
let iphone: Awaited<ReturnType<typeof aNewDevice>>;
let before: Awaited<ReturnType<typeof record>>;

const record = () => recordOf(stage(), ida.identity);
const recovery = (id: string) => stage().database.recoveries.findOne({ _id: id });
const ways = { code: isAwaitedByCode, qr: isAwaitedByQr };

beforeEach(async () => {
  ida = await anIdentityOwner(stage());
  iphone = await aNewDevice();
  before = await record();
});

describe.each(['code', 'qr'] as const)('restoration switched off while a restore by %s runs', (way) => {
  test('freezes it at the claim, and switched on again it goes on', async () => {
    const id = await ways[way](stage(), ida, iphone);
    await administratorDecides(stage(), { isOn: false, runningWhenOff: 'freeze' });
    await expect(getsIdentity(stage(), ida, id, iphone)).rejects.toMatchObject({ code: 'restoration-off' });
    expect(await recovery(id)).toMatchObject({ state: 'awaiting-device' });
    expect((await record()).bindings).toEqual(before.bindings);
    await administratorDecides(stage(), {});
    await getsIdentity(stage(), ida, id, iphone);
    expect(await stage().outcome(id)).toBe('completed');
  });

  test('and not on again in time: expired, the identity as it was', async () => {
    const id = await ways[way](stage(), ida, iphone);
    await administratorDecides(stage(), { isOn: false, runningWhenOff: 'freeze' });
    await expect(getsIdentity(stage(), ida, id, iphone)).rejects.toMatchObject({ code: 'restoration-off' });
    expect(await stage().outcome(id)).toBe('expired');
    await administratorDecides(stage(), {});
    expect(await record()).toEqual(before);
  });
});

describe('"this wasn\'t me"', () => {
  test('B-04 said of the restore before stops a duplication under way: nothing comes alive by moving', async () => {
    const thiefs = await aNewDevice('thief');
    const restore = await isAwaitedByCode(stage(), ida, thiefs);
    await getsIdentity(stage(), ida, restore, thiefs);
    expect(await stage().outcome(restore)).toBe('completed');
    await storesRestoreCode(stage(), ida);
    const duplication = await showsQrCode(stage(), ida, 'duplication', thiefs);
    await scans(stage(), duplication, iphone);
    await confirms(stage(), ida, duplication, thiefs);

    const completed = await recovery(restore);
    if (completed === null) throw new Error('the restore is gone');
    expect(await freezeRecovered(stage().database, completed, ida.actor)).toEqual({ frozenTokens: 1, isFirst: true });
    await expect(getsIdentity(stage(), ida, duplication, iphone)).rejects.toMatchObject({ code: 'token-not-ready' });
    expect(await stage().outcome(duplication)).toBe('expired');
    const { token, bindings } = await record();
    expect(token).toMatchObject({ state: 'suspended', reservedBy: null, device: { id: thiefs.id } });
    expect(bindings.filter(({ state }) => state === 'active').map(({ device }) => device.id)).toEqual([thiefs.id]);
    expect((await mailsTo(stage(), ida.email)).at(-1)?.template).toBe('ended');
  });
});

describe.each(['code', 'qr'] as const)('a claim of a restore by %s', (way) => {
  test('D-06 while the identity is disabled is refused; enabled again it goes on', async () => {
    const id = await ways[way](stage(), ida, iphone);
    const { tokens } = stage().database;
    await tokens.updateOne({ _id: ida.identity }, { $set: { state: 'disabled' } });
    await expect(getsIdentity(stage(), ida, id, iphone)).rejects.toMatchObject({ code: 'token-not-ready' });
    expect((await record()).bindings).toEqual(before.bindings);
    await tokens.updateOne({ _id: ida.identity }, { $set: { state: 'active' } });
    await getsIdentity(stage(), ida, id, iphone);
    expect(await stage().outcome(id)).toBe('completed');
  });

  test('by another device than the one admitted is answered as if nothing were there', async () => {
    const id = await ways[way](stage(), ida, iphone);
    const other = await aNewDevice();
    await expect(getsIdentity(stage(), ida, id, other)).rejects.toMatchObject({ code: 'not-found' });
    await expect(getsIdentity(stage(), ida, id, ida.device)).rejects.toMatchObject({ code: 'not-found' });
    expect((await record()).bindings).toEqual(before.bindings);
  });

  test('D-04 with a key that any identity has had is refused, and another key is still taken', async () => {
    const eva = await anIdentityOwner(stage());
    const taken = (await recordOf(stage(), eva.identity)).bindings[0]?.key ?? (await aKey());
    const id = await ways[way](stage(), ida, iphone);
    await expect(getsIdentity(stage(), ida, id, iphone, taken)).rejects.toMatchObject({ code: 'device-key-taken' });
    const own = before.bindings[0]?.key ?? taken;
    await expect(getsIdentity(stage(), ida, id, iphone, own)).rejects.toMatchObject({ code: 'device-key-taken' });
    await getsIdentity(stage(), ida, id, iphone);
    expect(await stage().outcome(id)).toBe('completed');
  });
});

test('T-09 a duplicate that became one too many while it was under way is refused, and the first device keeps the identity', async () => {
  const id = await isAwaitedByQr(stage(), ida, iphone, 'duplication');
  await administratorDecides(stage(), { maxDevices: 1 });
  await expect(getsIdentity(stage(), ida, id, iphone)).rejects.toMatchObject({ code: 'too-many-devices' });
  await administratorDecides(stage(), {});
  expect(await stage().outcome(id)).toBe('expired');
  expect(await record()).toEqual(before);
});
