import { beforeAll, describe, expect, test } from 'vitest';
import { adminRoutes } from '../../contracts/routes/admin.ts';
import type { Browser } from '../../embedded/people/browser.ts';
import {
  newPasscode,
  passcode,
  restorable,
  restored,
  startSignIn,
  startedRestore,
  supervisor,
} from '../../embedded/people/identity.ts';
import { useCast } from '../cast.ts';
import { problemIn, refusalOf } from './refused.ts';
import { askingApp, identityRecord, someRestoreCode } from './restoring.ts';
import { approved, handsOut, help } from './staffing.ts';

const stage = useCast();
let sue: Browser;
let sal: Browser;

beforeAll(async () => {
  sue = await supervisor(stage.cast, 'Sue');
  sal = await supervisor(stage.cast, 'Sal');
});

const auditOf = (what: string, account: string) =>
  stage.cast.founding.database.audit.findOne({ what, account }, { sort: { at: -1 } });
const said = { reason: expect.stringContaining(help.reason) as string };

describe('R-02 a supervisor under "sealed"', () => {
  test("R-02 H-04 sees the code that is on the owner's paper; the owner is mailed the way, never the code", async () => {
    const { cast } = stage;
    for (const way of ['copy', 'phone', 'print'] as const) {
      const ana = await restorable(cast, way);
      const before = await identityRecord(cast, ana.accountId);
      const given = await handsOut(sue, ana.accountId, await approved(sue, sal, ana.accountId, way), { way });
      expect(given).toEqual({ code: ana.restoreCode, isFresh: false });
      expect(await identityRecord(cast, ana.accountId)).toEqual(before);
      const told = await cast.mailbox.newest(ana.email, 'restore-code-handed-out');
      expect(told.text).toContain(help.reason);
      expect(told.text).not.toContain(ana.restoreCode.slice(0, 9));
      const record = await auditOf('restore-code.handed-out', ana.accountId);
      expect(record).toMatchObject({
        detail: { way, isFresh: false, callerCheck: help.callerCheck },
        reason: help.reason,
      });
      expect(JSON.stringify(record)).not.toContain(ana.restoreCode.slice(0, 9));
    }
  });

  test('E-04 has it mailed to the address on file, and does not see it', async () => {
    const { cast } = stage;
    const ana = await restorable(cast, 'email');
    const id = await approved(sue, sal, ana.accountId, 'email');
    expect(await handsOut(sue, ana.accountId, id, { way: 'email' })).toEqual({ code: null, isFresh: false });
    const mail = await cast.mailbox.newest(ana.email, 'restore-code');
    expect(mail.text).toContain(ana.restoreCode);
    expect(mail.subject).not.toContain(ana.restoreCode);
    expect((await restored(cast, ana)).identity).toMatchObject({ isHere: true });
  });

  test('C-04 makes a code work again that strangers have guessed at until it was off', async () => {
    const { cast } = stage;
    const ana = await restorable(cast, 'guessed');
    const { tokens } = cast.founding.database;
    await tokens.updateOne(
      { _id: ana.identity.id },
      { $set: { 'identity.restoreFailures': 100, 'identity.lastRestoreFailureAt': new Date(0) } },
    );
    expect(await problemIn(await (await askingApp(cast, ana.userName)).enter(ana.restoreCode))).toMatchObject({
      code: 'wrong-restore-code',
    });
    await handsOut(sue, ana.accountId, await approved(sue, sal, ana.accountId));
    expect(await tokens.findOne({ _id: ana.identity.id })).toMatchObject({ identity: { restoreFailures: 0 } });
    expect((await restored(cast, ana)).identity).toMatchObject({ isHere: true });
  });
});

describe('a supervisor', () => {
  test('disables the restore function of one account: its code is void, its owner told', async () => {
    const { cast } = stage;
    const ana = await restorable(cast, 'function');
    const disable = () => sue.ask(adminRoutes.disableRestoration, { params: { id: ana.accountId }, body: help });
    const { identity } = await disable();
    expect(identity).toMatchObject({ restoration: { isActive: false, codeIssuedAt: null } });
    await expect
      .poll(async () => (await cast.mailbox.newest(ana.email, 'restore-code-changed')).text, { timeout: 10_000 })
      .toContain(help.reason);
    expect(await auditOf('restoration.disabled', ana.accountId)).toMatchObject({
      actor: { role: 'supervisor' },
      ...said,
    });
    expect(await problemIn(await (await askingApp(cast, ana.userName)).enter(ana.restoreCode))).toMatchObject({
      code: 'wrong-restore-code',
    });
    expect(await refusalOf(disable())).toMatchObject({ code: 'restoration-inactive', status: 409 });
    const told = (await cast.mailbox.messages(ana.email)).filter(({ template }) => template === 'restore-code-changed');
    expect(told).toHaveLength(2);
  });

  test('does not change an identity while a restore holds it', async () => {
    const { cast } = stage;
    const ana = await restorable(cast, 'held');
    const { recovery } = await startedRestore(cast, ana);
    for (const route of [adminRoutes.disableRestoration, adminRoutes.disableIdentity])
      expect(await refusalOf(sue.ask(route, { params: { id: ana.accountId }, body: help }))).toMatchObject({
        code: 'token-reserved',
        recovery: recovery.id,
      });
  });

  test('disables an identity: it signs in nowhere and is not restored, until it is enabled', async () => {
    const { cast } = stage;
    const ana = await restorable(cast, 'identity');
    const { number } = await startSignIn(cast, ana.userName);
    const [waiting] = await ana.phone.identity.listSignIns();
    if (waiting === undefined) throw new Error('no sign-in waits');
    const at = { params: { id: ana.accountId }, body: help };
    expect((await sue.ask(adminRoutes.disableIdentity, at)).identity).toMatchObject({ state: 'disabled' });
    expect(await refusalOf(ana.phone.identity.approveSignIn(waiting, number, passcode))).toMatchObject({
      code: 'not-found',
    });
    const offered = await startSignIn(cast, ana.userName);
    expect((await ana.phone.identity.listSignIns()).map(({ id }) => id)).not.toContain(offered.id);
    expect(await refusalOf(ana.phone.pairing.start('duplication', passcode))).toMatchObject({
      code: 'token-not-ready',
    });
    expect(await problemIn(await (await askingApp(cast, ana.userName)).enter(ana.restoreCode))).toMatchObject({
      code: 'token-not-ready',
    });
    expect(await problemIn(await (await askingApp(cast, ana.userName)).enter(someRestoreCode()))).toMatchObject({
      code: 'wrong-restore-code',
    });
    expect(await refusalOf(sue.ask(adminRoutes.disableIdentity, at))).toMatchObject({ code: 'token-not-ready' });
    expect((await sue.ask(adminRoutes.enableIdentity, at)).identity).toMatchObject({ state: 'active' });
    expect((await restored(cast, ana)).identity).toMatchObject({ state: 'active', isHere: true });
    expect(await auditOf('token.disabled', ana.accountId)).toMatchObject(said);
    expect(
      (await cast.mailbox.messages(ana.email)).filter(({ template }) => template === 'token-changed'),
    ).toHaveLength(2);
  });
});

describe('an agent', () => {
  test("unpairs a caller's device: warned before the last one; the owner and the record are told", async () => {
    const { cast } = stage;
    const ana = await restorable(cast, 'unpaired');
    const { app } = await restored(cast, ana, { kind: 'duplication' });
    const device = (await app.state()).account?.device.id ?? '';
    const last = (await ana.phone.state()).account?.device.id ?? '';
    const unpair = (id: string, confirmLast = false) =>
      cast.agent.ask(adminRoutes.unpairDevice, {
        params: { id: ana.accountId, device: id },
        body: { ...help, confirmLast },
      });
    expect((await unpair(device)).identity?.devices).toHaveLength(1);
    expect(await refusalOf(app.identity.issueRestoreCode(newPasscode))).toMatchObject({ code: 'not-found' });
    expect(await auditOf('identity.unpaired', ana.accountId)).toMatchObject({ object: { id: device }, ...said });
    const told = await cast.mailbox.newest(ana.email, 'device-unpaired');
    expect(told.text).toContain(help.reason);
    expect(told.text).not.toContain('127.0.0.1');
    expect(await refusalOf(unpair(device))).toMatchObject({ code: 'not-found' });
    expect(await refusalOf(unpair(last))).toMatchObject({ code: 'last-device' });
    expect((await unpair(last, true)).identity?.devices).toEqual([]);
  });

  test('S-11 sees state and devices of an identity, and nothing secret', async () => {
    const { cast } = stage;
    const ana = await restorable(cast, 'seen');
    const shown = await cast.agent.ask(adminRoutes.showAccount, { params: { id: ana.accountId } });
    expect(shown.identity).toMatchObject({ state: 'active', restoration: { isActive: true }, signIns: 0 });
    const { token } = await identityRecord(cast, ana.accountId);
    const text = JSON.stringify(shown);
    const hidden = [ana.restoreCode, token.identity?.code?.id ?? 'none', 'sealed', 'lastGroup', 'restoreFailures'];
    for (const secret of hidden) expect(text).not.toContain(secret);
  });
});
