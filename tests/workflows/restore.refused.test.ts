import { beforeEach, describe, expect, test } from 'vitest';
import { openRestore } from '../../store/recoveries/restore.ts';
import { newId } from '../../store/ids.ts';
import { administratorDecides, aNewDevice, anIdentityOwner, type IdentityOwner } from './identities.ts';
import { mailsTo, recordOf } from './owners.ts';
import { showsQrCode, startsRestore } from './restoring.ts';
import { useStage } from './use-stage.ts';

const stage = useStage();
let ida: IdentityOwner;

const record = (owner = ida) => recordOf(stage(), owner.identity);
const opened = () => stage().database.recoveries.countDocuments({ 'account.id': ida.accountId });

/** Each way with each kind: what is refused to one must not be had by another. */
const ways = [
  ['restore', 'code'],
  ['restore', 'qr'],
  ['duplication', 'code'],
  ['duplication', 'qr'],
] as const;

type Kind = (typeof ways)[number][0];

async function begins(kind: Kind, way: (typeof ways)[number][1], owner = ida): Promise<string> {
  if (way === 'qr') return showsQrCode(stage(), owner, kind);
  return startsRestore(stage(), owner, await aNewDevice(), kind);
}

beforeEach(async () => {
  ida = await anIdentityOwner(stage());
});

describe.each(ways)('a %s by %s is refused at its beginning, and nothing changes,', (kind, way) => {
  test('while restoration is switched off', async () => {
    const before = await record();
    await administratorDecides(stage(), { isOn: false });
    await expect(begins(kind, way)).rejects.toMatchObject({ code: 'restoration-off' });
    await administratorDecides(stage(), {});
    expect([await record(), await opened()]).toEqual([before, 0]);
  });

  test('INV-6 while another one holds the identity, and its owner is told', async () => {
    const first = await showsQrCode(stage(), ida);
    const reserved = await record();
    const refused = { code: 'token-reserved', facts: { recoveryId: first } };
    await expect(begins(kind, way)).rejects.toMatchObject(refused);
    expect([await record(), await opened()]).toEqual([reserved, 1]);
    const letters = await stage().database.letters.find({ accountId: ida.accountId }).toArray();
    expect(letters).toHaveLength(1);
  });

  test('where the restore function is not active', async () => {
    ida = await anIdentityOwner(stage(), { hasCode: false });
    const before = await record();
    await expect(begins(kind, way)).rejects.toMatchObject({ code: 'restoration-inactive' });
    expect([await record(), await opened()]).toEqual([before, 0]);
  });

  test.each(['disabled', 'suspended'] as const)('while the identity is %s', async (state) => {
    await stage().database.tokens.updateOne({ _id: ida.identity }, { $set: { state } });
    const before = await record();
    await expect(begins(kind, way)).rejects.toMatchObject({ code: 'token-not-ready' });
    expect([await record(), await opened()]).toEqual([before, 0]);
  });

  test('while the account is disabled', async () => {
    await stage().database.accounts.updateOne({ _id: ida.accountId }, { $set: { state: 'disabled' } });
    const before = await record();
    await expect(begins(kind, way)).rejects.toMatchObject({ code: 'not-found' });
    expect([await record(), await opened()]).toEqual([before, 0]);
  });

  test('for the identity of another account', async () => {
    const mallory = await anIdentityOwner(stage());
    const before = await record();
    const foreign = { ...mallory, identity: ida.identity };
    await expect(begins(kind, way, foreign)).rejects.toMatchObject({ code: 'not-found' });
    expect(await record()).toEqual(before);
  });

  test('L-01 the fourth time within an hour', async () => {
    const used = Array.from({ length: 3 }, () => new Date());
    await stage().database.accounts.updateOne({ _id: ida.accountId }, { $set: { startedAt: used } });
    const before = await record();
    await expect(begins(kind, way)).rejects.toMatchObject({ code: 'rate-limited' });
    expect([await record(), await opened()]).toEqual([before, 0]);
  });
});

describe('T-09 an identity that is on as many devices as allowed', () => {
  beforeEach(async () => {
    ida = await anIdentityOwner(stage(), { devices: 2 });
  });

  test.each(['code', 'qr'] as const)('is not duplicated by %s', async (way) => {
    const before = await record();
    await expect(begins('duplication', way)).rejects.toMatchObject({ code: 'too-many-devices' });
    expect([await record(), await opened()]).toEqual([before, 0]);
  });

  test('is restored all the same: those devices lose it', async () => {
    await begins('restore', 'code');
    expect(await opened()).toBe(1);
  });

  test('is duplicated where duplicating unpairs', async () => {
    await administratorDecides(stage(), { unpairsUponDuplication: true });
    await begins('duplication', 'qr');
    await administratorDecides(stage(), {});
    expect(await opened()).toBe(1);
  });

  test('is duplicated on a third one where three are allowed', async () => {
    await administratorDecides(stage(), { maxDevices: 3 });
    await begins('duplication', 'qr');
    await administratorDecides(stage(), {});
    expect(await opened()).toBe(1);
  });
});

describe('an opening', () => {
  test('by a device that does not have the identity is refused', async () => {
    const stranger = { ...ida.device, id: newId('dev') };
    const shown = showsQrCode(stage(), ida, 'restore', stranger);
    await expect(shown).rejects.toMatchObject({ code: 'not-found' });
    expect(await opened()).toBe(0);
  });

  test('for an app that belongs to another account is refused', async () => {
    const mallory = await anIdentityOwner(stage());
    const hers = await stage().database.devices.findOne({ _id: mallory.device.id });
    const device = { ...(await aNewDevice()), thumbprint: hers?.thumbprint ?? '' };
    const before = await record();
    await expect(startsRestore(stage(), ida, device)).rejects.toMatchObject({ code: 'device-key-taken' });
    expect(await record()).toEqual(before);
    expect(await stage().database.devices.findOne({ _id: mallory.device.id })).toEqual(hers);
  });

  test('INV-6 of a hundred at once succeeds once', async () => {
    const { database, deps } = stage();
    const openings = await Promise.all(
      Array.from({ length: 100 }, async () => {
        const opening = { accountId: ida.accountId, tokenId: ida.identity, kind: 'restore' as const, actor: ida.actor };
        return { ...opening, recoveryId: newId('rec'), seq: 1, device: await aNewDevice() };
      }),
    );
    const outcomes = await Promise.all(openings.map((opening) => openRestore(database, deps.policy, opening)));
    expect(outcomes.filter((outcome) => !('refused' in outcome))).toHaveLength(1);
    expect(await opened()).toBe(1);
    expect(await mailsTo(stage(), ida.email)).toEqual([]);
  });
});
