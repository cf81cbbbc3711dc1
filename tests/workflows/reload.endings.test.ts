import { beforeEach, describe, expect, test } from 'vitest';
import type { DeviceRef } from '../../store/documents.ts';
import { cancels, claims, entersMailedCode, startsMigration, startsReload } from './deeds.ts';
import { aDevice, anOwner, mailsTo, recordOf, type Owner } from './owners.ts';
import { useStage } from './use-stage.ts';

const stage = useStage();
let ben: Owner;
let reinstalled: DeviceRef;
let before: Awaited<ReturnType<typeof recordOf>>[];

const records = () => Promise.all(ben.tokens.map((tokenId) => recordOf(stage(), tokenId)));

beforeEach(async () => {
  ben = await anOwner(stage(), 2);
  reinstalled = aDevice('samsung SM-G970F');
  before = await records();
});

describe('reload', () => {
  test('completed: all tokens of the device come back together, bound to the new installation', async () => {
    const id = await startsReload(stage(), ben, reinstalled);
    await entersMailedCode(stage(), ben, id);
    await claims(stage(), ben, id, reinstalled);
    expect(await stage().outcome(id)).toBe('completed');
    for (const { token, bindings } of await records()) {
      expect(token).toMatchObject({ state: 'active', device: reinstalled, reservedBy: null });
      expect(bindings.filter(({ state }) => state === 'active').map(({ device }) => device.id)).toEqual([
        reinstalled.id,
      ]);
    }
  });

  test('only the installation that asked may take the tokens', async () => {
    const id = await startsReload(stage(), ben, reinstalled);
    await entersMailedCode(stage(), ben, id);
    await expect(claims(stage(), ben, id, aDevice())).rejects.toMatchObject({ code: 'not-found' });
    await claims(stage(), ben, id, reinstalled);
    expect(await stage().outcome(id)).toBe('completed');
  });

  test('cancelled by its owner at either step: the tokens are as they were', async () => {
    const early = await startsReload(stage(), ben, reinstalled);
    await cancels(stage(), ben, early);
    expect(await stage().outcome(early)).toBe('cancelled');
    const late = await startsReload(stage(), ben, reinstalled);
    await entersMailedCode(stage(), ben, late);
    await cancels(stage(), ben, late);
    expect(await stage().outcome(late)).toBe('cancelled');
    expect(await records()).toEqual(before);
  });

  test('expired at either step: the tokens are as they were, and the owner is told', async () => {
    expect(await stage().outcome(await startsReload(stage(), ben, reinstalled))).toBe('expired');
    const proved = await startsReload(stage(), ben, reinstalled);
    await entersMailedCode(stage(), ben, proved);
    expect(await stage().outcome(proved)).toBe('expired');
    expect(await records()).toEqual(before);
    const told = (await mailsTo(stage(), ben.email)).map(({ template }) => template);
    expect(told).toEqual(['mail-code', 'ended', 'mail-code', 'ended']);
  });

  test('refused where the former device holds nothing', async () => {
    const stranger = { ...ben, device: aDevice() };
    await expect(startsReload(stage(), stranger, reinstalled)).rejects.toMatchObject({ code: 'no-tokens' });
    expect(await records()).toEqual(before);
  });

  test('refused while an unproved migration holds one of the tokens', async () => {
    const migration = await startsMigration(stage(), ben);
    const reload = startsReload(stage(), ben, reinstalled);
    await expect(reload).rejects.toMatchObject({ code: 'token-reserved', facts: { recoveryId: migration } });
  });
});

describe('a reload of a phone that a migration was to leave', () => {
  test('takes the token over with the right code, and the migration ends', async () => {
    const migration = await startsMigration(stage(), ben);
    await entersMailedCode(stage(), ben, migration);
    const reload = await startsReload(stage(), ben, reinstalled);
    expect(await stage().database.recoveries.findOne({ _id: migration })).toMatchObject({ state: 'awaiting-device' });
    await entersMailedCode(stage(), ben, reload);
    expect(await stage().outcome(migration)).toBe('cancelled');
    await claims(stage(), ben, reload, reinstalled);
    expect(await stage().outcome(reload)).toBe('completed');
    expect((await records()).map(({ token }) => token?.device?.id)).toEqual([reinstalled.id, reinstalled.id]);
  });

  test('goes on when that migration was cancelled meanwhile', async () => {
    const migration = await startsMigration(stage(), ben);
    await entersMailedCode(stage(), ben, migration);
    const reload = await startsReload(stage(), ben, reinstalled);
    await cancels(stage(), ben, migration);
    await entersMailedCode(stage(), ben, reload);
    await claims(stage(), ben, reload, reinstalled);
    expect(await stage().outcome(reload)).toBe('completed');
    expect(await stage().outcome(migration)).toBe('cancelled');
  });

  test('is refused for good when that migration has moved the token meanwhile, without counting an attempt', async () => {
    const migration = await startsMigration(stage(), ben);
    await entersMailedCode(stage(), ben, migration);
    const reload = await startsReload(stage(), ben, reinstalled);
    const elsewhere = aDevice();
    await claims(stage(), ben, migration, elsewhere);
    await expect(entersMailedCode(stage(), ben, reload)).rejects.toMatchObject({ code: 'token-reserved' });
    expect(await stage().database.recoveries.findOne({ _id: reload })).toMatchObject({
      state: 'proving',
      challenge: { attemptsLeft: 5 },
    });
    await cancels(stage(), ben, reload);
    expect((await records()).map(({ token }) => [token?.device?.id, token?.reservedBy])).toEqual([
      [elsewhere.id, null],
      [ben.device.id, null],
    ]);
  });
});
