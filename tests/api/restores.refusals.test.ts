import { describe, expect, test } from 'vitest';
import { Restoring } from '../../contracts/identities.ts';
import { adminRoutes } from '../../contracts/routes/admin.ts';
import { deviceRoutes } from '../../contracts/routes/device.ts';
import {
  accountHolderOf,
  backUp,
  identityHolder,
  newApp,
  newPasscode,
  passcode,
  provedRestore,
  restorable,
  restored,
  startedRestore,
} from '../../embedded/people/identity.ts';
import { useCast } from '../cast.ts';
import { otherThan } from './migrating.ts';
import { asDevice } from './principals.ts';
import { alike, problemIn, refusalOf } from './refused.ts';
import { askingApp, entering, identityRecord, someRestoreCode } from './restoring.ts';

const stage = useCast();
const reason = { reason: 'Left the company' };

describe('a restore code', () => {
  test('R-01 with a typing error costs no attempt', async () => {
    const { cast } = stage;
    const ana = await restorable(cast, 'typist');
    const { enter, attempt } = await askingApp(cast, ana.userName);
    const { restoreCode: code } = ana;
    for (const typed of [otherThanFirst(code), code.slice(1), `${code}0`, 'UUUU-UUUU-UUUU-UUUU-U', '١٢٣٤'])
      expect(await problemIn(await enter(typed))).toMatchObject({ code: 'restore-code-mistyped', status: 422 });
    const { restoreAttempts } = cast.founding.database;
    expect(await restoreAttempts.findOne({ _id: attempt.id })).toMatchObject({ attemptsLeft: 5 });
    const spelled = code.toLowerCase().replaceAll('-', '  ').replaceAll('0', 'o').replaceAll('1', 'l');
    expect((await enter(spelled)).status).toBe(201);
  });

  test('C-03 that is right works after four wrong ones', async () => {
    const { cast } = stage;
    const ana = await restorable(cast, 'four');
    const { enter } = await askingApp(cast, ana.userName);
    for (const attemptsLeft of [4, 3, 2, 1])
      expect(await problemIn(await enter(someRestoreCode()))).toMatchObject({
        code: 'wrong-restore-code',
        attemptsLeft,
      });
    const { recovery, userName } = Restoring.parse(await (await enter(ana.restoreCode)).json());
    expect(recovery).toMatchObject({ kind: 'restore', way: 'code', state: 'proving', step: 'prove-ownership' });
    expect(userName).toBe(ana.userName);
  });

  test('C-03 L-03 that is right is refused after five wrong ones, and nothing else has changed', async () => {
    const { cast } = stage;
    const ana = await restorable(cast, 'five');
    const { token, bindings } = await identityRecord(cast, ana.accountId);
    const { enter } = await askingApp(cast, ana.userName);
    for (let guess = 0; guess < 4; guess++) await enter(someRestoreCode());
    for (const code of [someRestoreCode(), ana.restoreCode])
      expect(await problemIn(await enter(code))).toMatchObject({ code: 'attempts-exhausted', attemptsLeft: 0 });
    const { recoveries, devices } = cast.founding.database;
    const after = await identityRecord(cast, ana.accountId);
    expect(after.bindings).toEqual(bindings);
    expect(after.token.identity).toMatchObject({ restoreFailures: 5 });
    const untouched = { restoreFailures: 0, lastRestoreFailureAt: null };
    expect({ ...after.token, identity: { ...after.token.identity, ...untouched } }).toEqual(token);
    expect(await recoveries.countDocuments({ 'account.id': ana.accountId })).toBe(0);
    expect(await devices.countDocuments({ accountId: ana.accountId })).toBe(1);
    expect((await cast.mailbox.messages(ana.email)).map(({ template }) => template)).not.toContain('mail-code');
  });

  test('of another identity, or of a device that signs by another key, is as wrong as any', async () => {
    const { cast } = stage;
    const [ana, eve] = [await restorable(cast, 'mine'), await restorable(cast, 'theirs')];
    const { enter, attempt } = await askingApp(cast, ana.userName);
    const theirs = await problemIn(await enter(eve.restoreCode));
    expect(theirs).toMatchObject({ code: 'wrong-restore-code', attemptsLeft: 4 });
    const thief = await askingApp(cast, ana.userName);
    const foreign = await problemIn(await entering(thief.app, thief.send, attempt.id)(ana.restoreCode));
    const missing = await problemIn(
      await entering(thief.app, thief.send, 'res_AAAAAAAAAAAAAAAAAAAAAA')(ana.restoreCode),
    );
    expect(foreign).toMatchObject({ code: 'not-found', status: 404 });
    expect(alike(foreign)).toEqual(alike(missing));
    expect((await enter(ana.restoreCode)).status).toBe(201);
  });

  test('R-03 is void once another was confirmed in its place, and not before', async () => {
    const { cast } = stage;
    const ana = await restorable(cast, 'renewed');
    const { code } = await ana.phone.identity.issueRestoreCode(passcode);
    expect(await problemIn(await (await askingApp(cast, ana.userName)).enter(code))).toMatchObject({
      code: 'wrong-restore-code',
    });
    const renewed = await backUp(ana.phone);
    for (const old of [ana.restoreCode, code])
      expect(await problemIn(await (await askingApp(cast, ana.userName)).enter(old))).toMatchObject({
        code: 'wrong-restore-code',
      });
    expect((await (await askingApp(cast, ana.userName)).enter(renewed)).status).toBe(201);
    expect((await cast.mailbox.newest(ana.email, 'restore-code-changed')).text).not.toContain(renewed.slice(0, 9));
  });

  test('R-03 works for one restore: used again, it is wrong', async () => {
    const { cast } = stage;
    const ana = await restorable(cast, 'once');
    await restored(cast, ana);
    expect(await problemIn(await (await askingApp(cast, ana.userName)).enter(ana.restoreCode))).toMatchObject({
      code: 'wrong-restore-code',
    });
  });

  test('D-04 from an app that belongs to another account is refused, and that is on record', async () => {
    const { cast } = stage;
    const [ana, eve] = [await restorable(cast, 'owner'), await accountHolderOf(cast, 'other')];
    const before = await identityRecord(cast, ana.accountId);
    const attempt = await eve.phone.restoring.start(ana.userName, 'restore', 'iPhone12,3');
    const enter = entering(eve.phone, asDevice(cast, eve), attempt.id);
    expect(await problemIn(await enter(ana.restoreCode))).toMatchObject({ code: 'device-key-taken', status: 409 });
    const { audit, devices } = cast.founding.database;
    expect(await audit.findOne({ what: 'recovery.refused', account: ana.accountId })).toMatchObject({
      detail: { refused: 'device-key-taken' },
    });
    expect(await identityRecord(cast, ana.accountId)).toEqual(before);
    expect(await devices.findOne({ accountId: eve.accountId })).toMatchObject({ state: 'active' });
    // Its answer lost on the way, it is asked again: the same no.
    expect(await problemIn(await enter(ana.restoreCode))).toMatchObject({ code: 'device-key-taken', status: 409 });
  });
});

describe('the mailed code', () => {
  test('C-06 of another restore is as wrong as any', async () => {
    const { cast } = stage;
    const [one, two] = [
      await startedRestore(cast, await restorable(cast, 'one')),
      await startedRestore(cast, await restorable(cast, 'two')),
    ];
    const code = two.mailCode === one.mailCode ? otherThan(one.mailCode) : two.mailCode;
    expect(await refusalOf(one.app.enterMailCode(one.recovery.id, code))).toMatchObject({
      code: 'wrong-code',
      attemptsLeft: 4,
    });
    expect((await one.app.enterMailCode(one.recovery.id, one.mailCode)).state).toBe('awaiting-device');
  });

  test('R-05 is needed besides the restore code: with one of the two nothing waits and nothing is bound', async () => {
    const { cast } = stage;
    const ana = await restorable(cast, 'half');
    const before = await identityRecord(cast, ana.accountId);
    const { app, recovery } = await startedRestore(cast, ana);
    expect(await app.listWaiting()).toEqual([]);
    const send = asDevice(cast, { phone: app });
    const body = { proofs: [{ token: ana.identity.id, otp: '123456' }] };
    const claimed = await send(deviceRoutes.claim, { params: { id: recovery.id }, body });
    expect(await problemIn(claimed)).toMatchObject({ code: 'wrong-step' });
    expect((await identityRecord(cast, ana.accountId)).bindings).toEqual(before.bindings);
  });
});

describe('a restore', () => {
  test(
    'INV-6 while another runs is refused and told to its owner; the first goes on as before',
    { timeout: 120_000 },
    async () => {
      const { cast } = stage;
      const ana = await restorable(cast, 'busy');
      const first = await provedRestore(cast, ana);
      const second = newApp(cast);
      await second.restoring.start(ana.userName, 'restore', 'iPad8,9');
      expect(await refusalOf(second.restoring.enterRestoreCode(ana.restoreCode))).toMatchObject({
        code: 'token-reserved',
        status: 409,
      });
      const told = async () =>
        (await cast.mailbox.messages(ana.email)).find(({ template }) => template === 'restore-tried');
      await expect
        .poll(told, { interval: 1_000, timeout: 70_000 })
        .toMatchObject({ text: expect.stringContaining('not-me#') });
      expect(await refusalOf(second.restoring.enterRestoreCode(ana.restoreCode))).toMatchObject({
        code: 'token-reserved',
      });
      const { recoveries } = cast.founding.database;
      expect(await recoveries.findOne({ _id: first.recovery.id })).toMatchObject({
        version: 2,
        state: 'awaiting-device',
      });
      expect(await first.app.restoring.finish(newPasscode)).toMatchObject({ isHere: true, devices: 1 });
    },
  );

  test('INV-4 that was cancelled leaves the identity exactly as it was, at each step', async () => {
    const { cast } = stage;
    const ana = await restorable(cast, 'cancel');
    const before = await identityRecord(cast, ana.accountId);
    for (const started of [await startedRestore(cast, ana), undefined]) {
      const { app, recovery } = started ?? (await provedRestore(cast, ana));
      expect((await app.cancelRecovery(recovery.id)).state).toBe('cancelled');
      expect(await identityRecord(cast, ana.accountId)).toEqual(before);
    }
    expect(await restored(cast, ana)).toMatchObject({ identity: { isHere: true } });
  });

  test('S-07 of an account that is disabled meanwhile goes no further', async () => {
    const { cast } = stage;
    const ana = await restorable(cast, 'disabled');
    const { app, recovery, mailCode } = await startedRestore(cast, ana);
    await cast.administrator.ask(adminRoutes.disableAccount, { params: { id: ana.accountId }, body: reason });
    expect(await refusalOf(app.enterMailCode(recovery.id, mailCode))).toMatchObject({ code: 'forbidden' });
    const { recoveries } = cast.founding.database;
    expect(await recoveries.findOne({ _id: recovery.id })).toMatchObject({ version: 1, state: 'proving' });
  });

  test('is not possible without a restore function: its owner is told how to get one', async () => {
    const { cast } = stage;
    const ana = await identityHolder(cast, 'unready');
    expect(await refusalOf(ana.phone.pairing.start('duplication', passcode))).toMatchObject({
      code: 'restoration-inactive',
    });
  });
});

function otherThanFirst(code: string): string {
  return `${code.startsWith('7') ? '8' : '7'}${code.slice(1)}`;
}
