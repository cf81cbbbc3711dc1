import { describe, expect, test } from 'vitest';
import { Restoring } from '../../contracts/identities.ts';
import {
  backUp,
  newApp,
  newPasscode,
  passcode,
  restorable,
  restored,
  signsIn,
  startedRestore,
  startSignIn,
} from '../../embedded/people/identity.ts';
import { secretIn } from '../../embedded/people/mailbox.ts';
import { password } from '../../embedded/people/cast.ts';
import { useCast } from '../cast.ts';
import { problemIn, refusalOf } from './refused.ts';
import { askingApp, entering, identityRecord, losingFirstAnswers, someRestoreCode } from './restoring.ts';

const stage = useCast();

describe('a restore by code', () => {
  test('R-03 T-09 gives the identity a key of its own on the new device, ends the former one and voids the code', async () => {
    const { cast } = stage;
    const ana = await restorable(cast, 'restored');
    const before = await identityRecord(cast, ana.accountId);
    const { app, recovery, identity } = await restored(cast, ana);
    expect(identity).toMatchObject({
      isHere: true,
      devices: 1,
      state: 'active',
      recovery: null,
      restoration: { isActive: false, mustStoreCode: true, isPromptDue: false },
    });
    const { token, bindings } = await identityRecord(cast, ana.accountId);
    const device = (await app.state()).account?.device;
    expect(token).toMatchObject({ device, reservedBy: null, identity: { code: null, pending: null } });
    const former = bindings.find(({ _id }) => _id === before.bindings[0]?._id);
    const present = bindings.find(({ state }) => state === 'active');
    expect(former).toMatchObject({ state: 'ended', end: { reason: 'restored', to: device } });
    expect(present).toMatchObject({ device, isExclusive: false });
    expect(present?.key?.thumbprint).not.toBe(former?.key?.thumbprint);
    const { devices, recoveries } = cast.founding.database;
    expect(await devices.findOne({ _id: device?.id ?? '' })).toMatchObject({ state: 'active', restoring: null });
    expect((await recoveries.findOne({ _id: recovery.id }))?.timeline.map(({ what }) => what)).toEqual([
      'opened',
      'mail-code-accepted',
      'moved',
    ]);
    expect(await signsIn(cast, app, ana.userName, newPasscode)).toMatchObject({ signIns: 1 });
  });

  test('H-04 is told to its owner at the start and at the end, with a way to say "this wasn\'t me"', async () => {
    const { cast } = stage;
    const ana = await restorable(cast, 'told');
    const { recovery } = await restored(cast, ana);
    const mails = (await cast.mailbox.messages(ana.email)).filter(({ id }) => id.startsWith(recovery.id));
    expect(mails.map(({ template }) => template)).toEqual(['completed', 'mail-code']);
    expect(new Set(mails.map((mail) => secretIn(mail, 'not-me'))).size).toBe(1);
  });

  test('D-06 refuses the former device from that instant, and tells it at its next contact', async () => {
    const { cast } = stage;
    const ana = await restorable(cast, 'former');
    const { id: signInId, number } = await startSignIn(cast, ana.userName);
    const [waiting] = await ana.phone.identity.listSignIns();
    if (waiting === undefined) throw new Error('no sign-in waits');
    const { app } = await restored(cast, ana);
    expect(await refusalOf(ana.phone.identity.approveSignIn(waiting, number, passcode))).toMatchObject({
      code: 'not-found',
    });
    const { signIns } = cast.founding.database;
    expect(await signIns.findOne({ _id: signInId })).toMatchObject({ state: 'pending' });
    expect(await ana.phone.identity.listSignIns()).toEqual([]);
    for (const ask of [
      () => ana.phone.identity.issueRestoreCode(passcode),
      () => ana.phone.identity.showRestoreCode(passcode),
      () => ana.phone.pairing.start('restore', passcode),
    ])
      expect(await refusalOf(ask())).toMatchObject({ code: 'not-found' });
    const state = await ana.phone.sync();
    expect(state.heldIdentity).toBeNull();
    const to = (await app.state()).account?.device;
    expect(state.departed).toMatchObject([{ id: ana.identity.id, reason: 'restored', to }]);
  });

  test('R-03 insists on a new code, which is good for the next restore', async () => {
    const { cast } = stage;
    const ana = await restorable(cast, 'again');
    const { app } = await restored(cast, ana);
    const restoreCode = await backUp(app, newPasscode);
    expect(await app.identity.show()).toMatchObject({ restoration: { isActive: true, mustStoreCode: false } });
    expect(restoreCode).not.toBe(ana.restoreCode);
    const next = await restored(cast, { ...ana, restoreCode });
    expect(next.identity).toMatchObject({ isHere: true, devices: 1 });
    expect((await app.sync()).departed).toMatchObject([{ reason: 'restored' }]);
  });

  test('comes back to a phone that was signed in to the account already, as the same device', async () => {
    const { cast } = stage;
    const ana = await restorable(cast, 'signed-in');
    const app = newApp(cast);
    const { device } = await app.signIn({ email: ana.email, password, model: 'iPhone12,3' });
    await restored(cast, ana, { app });
    expect((await identityRecord(cast, ana.accountId)).token.device?.id).toBe(device.id);
  });
});

describe('INV-3 an answer that was lost', () => {
  test('INV-3 of any step is given again: there is one recovery and one new key', { timeout: 120_000 }, async () => {
    const { cast } = stage;
    const ana = await restorable(cast, 'lost');
    const app = newApp(cast, { fetch: losingFirstAnswers() });
    const { recovery, mailCode } = await startedRestore(cast, ana, { app });
    expect(await app.enterMailCode(recovery.id, mailCode)).toMatchObject({ state: 'awaiting-device' });
    expect(await app.restoring.finish(newPasscode)).toMatchObject({ isHere: true, devices: 1 });
    const { recoveries, bindings, accounts } = cast.founding.database;
    expect(await recoveries.findOne({ 'account.id': ana.accountId })).toMatchObject({ version: 3, state: 'completed' });
    expect(await recoveries.countDocuments({ 'account.id': ana.accountId })).toBe(1);
    expect(await bindings.countDocuments({ tokenId: ana.identity.id })).toBe(2);
    expect((await accounts.findOne({ _id: ana.accountId }))?.codesMailedAt).toHaveLength(1);
    expect((await cast.mailbox.messages(ana.email)).filter(({ template }) => template === 'mail-code')).toHaveLength(1);
    await signsIn(cast, app, ana.userName, newPasscode);
  });

  test('INV-3 of the restore code is given to the same app alone', async () => {
    const { cast } = stage;
    const ana = await restorable(cast, 'same-app');
    const { app, attempt, enter } = await askingApp(cast, ana.userName);
    const [first, again] = [await enter(ana.restoreCode), await enter(ana.restoreCode)];
    const { recovery } = Restoring.parse(await first.json());
    expect(Restoring.parse(await again.json())).toMatchObject({ recovery: { id: recovery.id } });
    expect(await problemIn(await enter(someRestoreCode()))).toMatchObject({ code: 'wrong-restore-code' });
    const thief = await askingApp(cast, ana.userName);
    const stolen = entering(thief.app, thief.send, attempt.id);
    expect(await problemIn(await stolen(ana.restoreCode))).toMatchObject({ code: 'not-found' });
    await app.restoring.enterRestoreCode(ana.restoreCode);
    const code = await cast.mailbox.codeFor(ana.email, recovery.id);
    expect(await refusalOf(thief.app.enterMailCode(recovery.id, code))).toMatchObject({ code: 'device-unknown' });
  });
});

describe('a duplication by code', () => {
  test('T-09 keeps the first device: each signs in by a key of its own', async () => {
    const { cast } = stage;
    const ana = await restorable(cast, 'both');
    const { app, identity } = await restored(cast, ana, { kind: 'duplication' });
    expect(identity).toMatchObject({ isHere: true, devices: 2, restoration: { mustStoreCode: true } });
    const { bindings } = await identityRecord(cast, ana.accountId);
    expect(bindings.map(({ state }) => state)).toEqual(['active', 'active']);
    expect(new Set(bindings.map(({ key }) => key?.thumbprint)).size).toBe(2);
    await signsIn(cast, ana.phone, ana.userName);
    expect(await signsIn(cast, app, ana.userName, newPasscode)).toMatchObject({ signIns: 2 });
  });

  test('T-09 is refused where the identity is on as many devices as allowed; a restore is not', async () => {
    const { cast } = stage;
    const ana = await restorable(cast, 'third');
    const { app } = await restored(cast, ana, { kind: 'duplication' });
    const restoreCode = await backUp(app, newPasscode);
    const third = newApp(cast);
    await third.restoring.start(ana.userName, 'duplication', 'iPad8,9');
    expect(await refusalOf(third.restoring.enterRestoreCode(restoreCode))).toMatchObject({
      code: 'too-many-devices',
      status: 409,
    });
    const { bindings } = cast.founding.database;
    const active = { tokenId: ana.identity.id, state: 'active' as const };
    expect(await bindings.countDocuments(active)).toBe(2);
    await restored(cast, { ...ana, restoreCode });
    expect(await bindings.countDocuments(active)).toBe(1);
  });
});

test('B-04 "this wasn\'t me" about a restore freezes the identity: it signs in nowhere', async () => {
  const { cast } = stage;
  const ana = await restorable(cast, 'not-me');
  const { app, recovery } = await restored(cast, ana);
  const completed = await cast.mailbox.newest(ana.email, 'completed');
  expect(completed.id.startsWith(recovery.id)).toBe(true);
  const token = secretIn(completed, 'not-me');
  const response = await fetch(`${cast.world.urls.portal}/v1/portal/repudiations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'latchkey-request': '1', origin: cast.world.urls.portal },
    body: JSON.stringify({ token }),
  });
  expect(response.status).toBe(200);
  expect((await identityRecord(cast, ana.accountId)).token.state).toBe('suspended');
  await startSignIn(cast, ana.userName);
  expect(await app.identity.listSignIns()).toEqual([]);
});
