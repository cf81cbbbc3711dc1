import { describe, expect, test } from 'vitest';
import { Restoring } from '../../contracts/identities.ts';
import { deviceRoutes } from '../../contracts/routes/device.ts';
import {
  newApp,
  newPasscode,
  paired,
  passcode,
  provedRestore,
  restorable,
  restored,
  scannedPairing,
} from '../../embedded/people/identity.ts';
import type { Cast } from '../../embedded/people/cast.ts';
import { useWorldWith } from './own-world.ts';
import { problemIn, refusalOf } from './refused.ts';
import { askingApp, identityRecord, someRestoreCode } from './restoring.ts';

const many = 1_000_000;
// What keeps bursts away from the rules is lifted, so that the rules themselves are seen to hold.
const stage = useWorldWith({
  answersPerMinute: many,
  anonymousPerHour: many,
  signInsPerHour: many,
  startsPerHour: many,
  startsPerDay: many,
  codeMailsPerDay: many,
  pairingWithinMs: 30_000,
});

async function codesOf(asked: Promise<Response>[]): Promise<string[]> {
  const answers = await Promise.all(asked);
  return Promise.all(answers.map(async (one) => (one.ok ? 'yes' : (await problemIn(one)).code)));
}

const failuresOf = async (cast: Cast, accountId: string) =>
  (await identityRecord(cast, accountId)).token.identity?.restoreFailures;

describe('a burst', () => {
  test(
    'C-03 of two hundred wrong restore codes costs five judgements; then the right one is refused',
    { timeout: 180_000 },
    async () => {
      const { cast } = stage;
      const ana = await restorable(cast, 'guesses');
      const { enter } = await askingApp(cast, ana.userName);
      const codes = await codesOf(Array.from({ length: 200 }, () => enter(someRestoreCode())));
      expect(codes.filter((code) => code === 'wrong-restore-code')).toHaveLength(4);
      expect(codes.filter((code) => code === 'attempts-exhausted')).toHaveLength(196);
      const { audit } = cast.founding.database;
      expect(await audit.countDocuments({ what: 'restore-code.refused', account: ana.accountId })).toBe(5);
      expect(await failuresOf(cast, ana.accountId)).toBe(5);
      expect(await problemIn(await enter(ana.restoreCode))).toMatchObject({ code: 'attempts-exhausted' });
    },
  );

  test(
    'C-05 of fifty right restore codes begins one recovery and mails one code; asked again, it is told',
    { timeout: 180_000 },
    async () => {
      const { cast } = stage;
      const ana = await restorable(cast, 'fifty');
      const { app, enter } = await askingApp(cast, ana.userName);
      const answers = await Promise.all(Array.from({ length: 50 }, () => enter(ana.restoreCode)));
      const bodies: unknown[] = await Promise.all(answers.map((answer) => answer.json()));
      const told = bodies.flatMap((body) => Restoring.safeParse(body).data?.recovery.id ?? []);
      // Who comes while five others are being judged is refused; nobody is told of another recovery.
      expect(told.length).toBeGreaterThan(0);
      expect(new Set(told).size).toBe(1);
      const { recoveries, accounts } = cast.founding.database;
      expect(await recoveries.countDocuments({ 'account.id': ana.accountId })).toBe(1);
      expect((await accounts.findOne({ _id: ana.accountId }))?.codesMailedAt).toHaveLength(1);
      expect(await failuresOf(cast, ana.accountId)).toBe(0);
      expect((await app.restoring.enterRestoreCode(ana.restoreCode)).id).toBe(told[0]);
    },
  );

  test('INV-6 of ten devices with the right code begins one restore', { timeout: 120_000 }, async () => {
    const { cast } = stage;
    const ana = await restorable(cast, 'ten');
    const apps = await Promise.all(Array.from({ length: 10 }, () => askingApp(cast, ana.userName)));
    const codes = await codesOf(apps.map(({ enter }) => enter(ana.restoreCode)));
    expect(codes.filter((code) => code === 'yes')).toHaveLength(1);
    expect(codes.filter((code) => code === 'token-reserved')).toHaveLength(9);
  });

  test('INV-1 of ten claims by one device binds one key', { timeout: 120_000 }, async () => {
    const { cast } = stage;
    const ana = await restorable(cast, 'claims');
    const { app } = await provedRestore(cast, ana);
    await Promise.allSettled(Array.from({ length: 10 }, () => app.restoring.finish(newPasscode)));
    await app.sync();
    const { bindings } = await identityRecord(cast, ana.accountId);
    expect(bindings.filter(({ state }) => state === 'active')).toHaveLength(1);
    expect(bindings).toHaveLength(2);
  });
});

describe('C-04 wrong codes in a row, over many attempts', () => {
  test(
    'C-04 close restoring by code for a while, from the twentieth on: the right code is answered like a wrong one',
    { timeout: 180_000 },
    async () => {
      const { cast } = stage;
      const ana = await restorable(cast, 'cools');
      for (let attempt = 0; attempt < 5; attempt++) {
        const { enter } = await askingApp(cast, ana.userName);
        for (let guess = 0; guess < 4; guess++) await enter(someRestoreCode());
      }
      expect(await failuresOf(cast, ana.accountId)).toBe(20);
      const right = await problemIn(await (await askingApp(cast, ana.userName)).enter(ana.restoreCode));
      expect(right).toMatchObject({ code: 'wrong-restore-code', status: 422, attemptsLeft: 4 });
      expect(right).not.toHaveProperty('retryAt');
      const { tokens } = cast.founding.database;
      // INV-23: after an hour at most the owner is let in, whatever strangers do short of the hundredth.
      const past = { 'identity.lastRestoreFailureAt': new Date(Date.now() - 3_600_000) };
      await tokens.updateOne({ _id: ana.identity.id }, { $set: past });
      expect((await restored(cast, ana)).identity).toMatchObject({ isHere: true });
      expect(await failuresOf(cast, ana.accountId)).toBe(0);
    },
  );

  test('C-04 INV-23 leave the other way open: by QR code the owner gets in meanwhile, and the count ends', async () => {
    const { cast } = stage;
    const ana = await restorable(cast, 'other-way');
    const wrong = { 'identity.restoreFailures': 100, 'identity.lastRestoreFailureAt': new Date() };
    await cast.founding.database.tokens.updateOne({ _id: ana.identity.id }, { $set: wrong });
    expect(await problemIn(await (await askingApp(cast, ana.userName)).enter(ana.restoreCode))).toMatchObject({
      code: 'wrong-restore-code',
    });
    expect((await paired(cast, ana)).identity).toMatchObject({ isHere: true });
    expect(await failuresOf(cast, ana.accountId)).toBe(0);
  });

  test(
    'L-03 in hundreds of STARTs change nothing about the identity, nor about a restore that runs',
    { timeout: 120_000 },
    async () => {
      const { cast } = stage;
      const ana = await restorable(cast, 'starts');
      const { app, recovery } = await provedRestore(cast, ana);
      const before = await identityRecord(cast, ana.accountId);
      const { send } = await askingApp(cast, ana.userName);
      const body = { userName: ana.userName, kind: 'restore' };
      const codes = await codesOf(Array.from({ length: 300 }, () => send(deviceRoutes.startRestore, { body })));
      expect(new Set(codes)).toEqual(new Set(['yes']));
      expect(await identityRecord(cast, ana.accountId)).toEqual(before);
      expect((await app.showRecovery(recovery.id)).state).toBe('awaiting-device');
      expect(await app.restoring.finish(newPasscode)).toMatchObject({ isHere: true });
    },
  );
});

describe('B-02 a pairing', () => {
  test(
    'B-02 that is late has expired: scanned or confirmed after its time it binds nothing',
    { timeout: 180_000 },
    async () => {
      const { cast } = stage;
      const [ana, bea] = [await restorable(cast, 'late-scan'), await restorable(cast, 'late-confirm')];
      const before = [await identityRecord(cast, ana.accountId), await identityRecord(cast, bea.accountId)];
      const { qr, recovery: unscanned } = await ana.phone.pairing.start('restore', passcode);
      const { recovery: unconfirmed } = await scannedPairing(cast, bea);
      const state = (id: string) => async () => (await cast.founding.database.recoveries.findOne({ _id: id }))?.state;
      await expect.poll(state(unscanned.id), { interval: 1_000, timeout: 60_000 }).toBe('expired');
      await expect.poll(state(unconfirmed.id), { interval: 1_000, timeout: 60_000 }).toBe('expired');
      expect(await refusalOf(newApp(cast).restoring.scanPairing(qr, 'iPad8,9'))).toMatchObject({ code: 'link-spent' });
      expect(await refusalOf(bea.phone.pairing.confirm(unconfirmed.id, passcode))).toMatchObject({
        code: 'already-finished',
      });
      expect([await identityRecord(cast, ana.accountId), await identityRecord(cast, bea.accountId)]).toEqual(before);
    },
  );
});
