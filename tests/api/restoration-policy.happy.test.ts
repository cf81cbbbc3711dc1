import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import type { ChangeRestorationPolicy } from '../../contracts/restoration.ts';
import { adminRoutes } from '../../contracts/routes/admin.ts';
import { defaultRestoration } from '../../domain/restoration.ts';
import type { Browser } from '../../embedded/people/browser.ts';
import {
  backUp,
  identityHolder,
  newPasscode,
  paired,
  passcode,
  provedRestore,
  restorable,
  restored,
  signsIn,
  startedRestore,
  stepUp,
  supervisor,
} from '../../embedded/people/identity.ts';
import { useWorldWith } from './own-world.ts';
import { alike, problemIn, refusalOf } from './refused.ts';
import { askingApp, identityRecord, someRestoreCode, steadyHeaders } from './restoring.ts';
import { approved, handsOut } from './staffing.ts';

// What the administrator decides here holds for everybody on that Latchkey.
const stage = useWorldWith({ anonymousPerHour: 1_000_000, signInsPerHour: 1_000_000 });
let sue: Browser;
let sal: Browser;

const settings = defaultRestoration;
async function decide(change: Partial<z.input<typeof ChangeRestorationPolicy>>) {
  const body = { ...settings, reason: 'As the works council agreed', ...change };
  return stage.cast.administrator.ask(adminRoutes.changeRestorationPolicy, { body });
}

beforeAll(async () => {
  await stepUp(stage.cast.administrator);
  sue = await supervisor(stage.cast, 'Sue');
  sal = await supervisor(stage.cast, 'Sal');
});
afterEach(async () => {
  await decide({});
});

describe('a policy of the administrator', () => {
  test('A-01 is a new version with reason and record, seen by all staff at once', async () => {
    const { cast } = stage;
    const before = await cast.agent.ask(adminRoutes.showRestorationPolicy, {});
    const { policy, ended } = await decide({ maxDevices: 3 });
    expect(policy).toMatchObject({ version: before.version + 1, maxDevices: 3, changedBy: 'Adam Administrator' });
    expect(ended).toBe(0);
    expect(await cast.agent.ask(adminRoutes.showRestorationPolicy, {})).toEqual(policy);
    const { audit, policies } = cast.founding.database;
    expect(await policies.findOne({ _id: policy.version })).toMatchObject({ reason: 'As the works council agreed' });
    expect(
      await audit.findOne({ what: 'policy.restoration-changed', 'object.id': String(policy.version) }),
    ).toMatchObject({
      detail: { before: { maxDevices: before.maxDevices }, after: { maxDevices: 3 } },
      reason: 'As the works council agreed',
    });
  });

  test('S-05 needs the password once more, and leaves everything as it was without', async () => {
    const { cast } = stage;
    const { stepUps } = cast.founding.database;
    await stepUps.updateMany({}, { $set: { until: new Date() } });
    const before = await cast.agent.ask(adminRoutes.showRestorationPolicy, {});
    expect(await refusalOf(decide({ isOn: false }))).toMatchObject({ code: 'step-up-required', status: 401 });
    expect(await cast.agent.ask(adminRoutes.showRestorationPolicy, {})).toEqual(before);
    for (const staff of [cast.administrator, sue, sal]) await stepUp(staff);
  });

  test('of two changes at once both count, one after the other', async () => {
    const outcomes = await Promise.all([decide({ maxDevices: 4 }), decide({ maxDevices: 5 })]);
    const versions = outcomes.map(({ policy }) => policy.version).toSorted((a, b) => a - b);
    expect((versions[1] ?? 0) - (versions[0] ?? 0)).toBe(1);
  });
});

describe('restoration switched off', () => {
  test('ends running restores: the identity is as it was, and nobody begins another', async () => {
    const { cast } = stage;
    const ana = await restorable(cast, 'ended');
    const before = await identityRecord(cast, ana.accountId);
    const { app, recovery } = await provedRestore(cast, ana);
    expect(await decide({ isOn: false, runningWhenOff: 'end' })).toMatchObject({ ended: 1 });
    const { recoveries } = cast.founding.database;
    expect(await recoveries.findOne({ _id: recovery.id })).toMatchObject({ state: 'cancelled' });
    expect(await identityRecord(cast, ana.accountId)).toEqual(before);
    expect((await app.showRecovery(recovery.id)).state).toBe('cancelled');
    expect((await cast.mailbox.newest(ana.email, 'ended')).id.startsWith(recovery.id)).toBe(true);
    for (const asked of [
      () => ana.phone.pairing.start('restore', passcode),
      () => ana.phone.identity.issueRestoreCode(passcode),
    ])
      expect(await refusalOf(asked())).toMatchObject({ code: 'restoration-off' });
    expect(await signsIn(cast, ana.phone, ana.userName)).toMatchObject({ restoration: { isAllowed: false } });
    const wellKnown = await fetch(`${cast.world.urls.device}/.well-known/latchkey`);
    expect(await wellKnown.json()).toMatchObject({ restoration: false });
  });

  test('freezes running restores: refused at the claim, they go on when it is on again', async () => {
    const { cast } = stage;
    const ana = await restorable(cast, 'frozen');
    const { app } = await provedRestore(cast, ana);
    const before = await identityRecord(cast, ana.accountId);
    expect(await decide({ isOn: false, runningWhenOff: 'freeze' })).toMatchObject({ ended: 0 });
    expect(await refusalOf(app.restoring.finish(newPasscode))).toMatchObject({ code: 'restoration-off', status: 409 });
    expect(await identityRecord(cast, ana.accountId)).toEqual(before);
    await decide({});
    expect(await app.restoring.finish(newPasscode)).toMatchObject({ isHere: true, devices: 1 });
  });

  test('E-01 is answered to a stranger like an unknown name: START, wrong codes and even the right one', async () => {
    const { cast } = stage;
    const ana = await restorable(cast, 'off');
    await decide({ isOn: false });
    const seen = [];
    for (const [userName, code] of [
      [ana.userName, someRestoreCode()],
      [ana.userName, ana.restoreCode],
      [`nobody-${cast.mark}`, someRestoreCode()],
    ] as const) {
      const answer = await (await askingApp(cast, userName)).enter(code);
      seen.push({ headers: steadyHeaders(answer), ...alike(await problemIn(answer)) });
    }
    for (const answer of seen) expect(answer).toEqual(seen[0]);
    expect(seen[0]).toMatchObject({ code: 'wrong-restore-code', attemptsLeft: 4 });
  });
});

describe('duplicating', () => {
  test('T-09 unpairs the first device where policy says so, also beyond the number of devices', async () => {
    const { cast } = stage;
    const ana = await restorable(cast, 'unpairs');
    await decide({ unpairsUponDuplication: true, maxDevices: 1 });
    const { identity, app } = await paired(cast, ana, 'duplication');
    expect(identity).toMatchObject({ isHere: true, devices: 1 });
    expect((await ana.phone.sync()).departed).toMatchObject([{ reason: 'unpaired' }]);
    expect(await signsIn(cast, app, ana.userName, newPasscode)).toMatchObject({ signIns: 1 });
  });

  test('T-09 is judged by the policy of the moment, at the claim as well', async () => {
    const { cast } = stage;
    const ana = await restorable(cast, 'lowered');
    const { app } = await provedRestore(cast, ana, { kind: 'duplication' });
    await decide({ maxDevices: 1 });
    expect(await refusalOf(app.restoring.finish(newPasscode))).toMatchObject({ code: 'too-many-devices' });
    await decide({ maxDevices: 2 });
    expect(await app.restoring.finish(newPasscode)).toMatchObject({ isHere: true, devices: 2 });
  });
});

test('where the restore function is enforced, a new identity must store a code, and its owner cannot disable it', async () => {
  const { cast } = stage;
  await decide({ isEnforcedAtCreation: true });
  const ana = await identityHolder(cast, 'enforced');
  expect(ana.identity.restoration).toMatchObject({ mustStoreCode: true, isActive: false });
  await backUp(ana.phone);
  expect(await ana.phone.identity.show()).toMatchObject({ restoration: { mustStoreCode: false, isActive: true } });
  expect(await refusalOf(ana.phone.identity.disableRestoration(passcode))).toMatchObject({ code: 'not-possible' });
});

describe('R-02 codes that are stored hashed', () => {
  test('R-02 R-04 cannot be read back by anybody, and restore all the same', async () => {
    const { cast } = stage;
    await decide({ codeStorage: 'hashed' });
    const ana = await restorable(cast, 'hashed');
    expect(ana.identity.restoration.mayShowCode).toBe(false);
    expect(await refusalOf(ana.phone.identity.showRestoreCode(passcode))).toMatchObject({ code: 'not-possible' });
    const { token } = await identityRecord(cast, ana.accountId);
    expect(token.identity?.code).toMatchObject({
      sealed: null,
      hash: expect.stringMatching(/^\$argon2id\$/) as string,
    });
    expect((await restored(cast, ana)).identity).toMatchObject({ isHere: true });
  });

  test('R-02 R-03 are handed out as a fresh code: that one works, the one on paper does not', async () => {
    const { cast } = stage;
    await decide({ codeStorage: 'hashed' });
    const ana = await restorable(cast, 'fresh');
    const given = await handsOut(sue, ana.accountId, await approved(sue, sal, ana.accountId));
    expect(given.isFresh).toBe(true);
    expect(given.code).not.toBe(ana.restoreCode);
    expect(await problemIn(await (await askingApp(cast, ana.userName)).enter(ana.restoreCode))).toMatchObject({
      code: 'wrong-restore-code',
    });
    expect((await startedRestore(cast, { ...ana, restoreCode: given.code ?? '' })).recovery.state).toBe('proving');
  });

  test('S-06 are handed out by one person alone where policy needs no second, and on record', async () => {
    const { cast } = stage;
    await decide({ needsSecondPerson: false });
    const ana = await restorable(cast, 'alone');
    expect(await handsOut(sue, ana.accountId, undefined)).toEqual({ code: ana.restoreCode, isFresh: false });
    const { audit } = cast.founding.database;
    expect(await audit.countDocuments({ what: 'restore-code.handed-out', account: ana.accountId })).toBe(1);
  });
});
