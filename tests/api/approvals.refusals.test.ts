import { beforeAll, describe, expect, test } from 'vitest';
import { adminRoutes } from '../../contracts/routes/admin.ts';
import { staffUser, type Browser } from '../../embedded/people/browser.ts';
import { password } from '../../embedded/people/cast.ts';
import {
  identityHolder,
  newApp,
  newPasscode,
  restorable,
  stepUp,
  supervisor,
  type RestorableHolder,
} from '../../embedded/people/identity.ts';
import { staffCollection } from '../../store/staff.ts';
import { useCast } from '../cast.ts';
import { refusalOf } from './refused.ts';
import { approved, asksFor, callerCheck, handsOut, help } from './staffing.ts';

const stage = useCast();
let sue: Browser;
let sal: Browser;
let ana: RestorableHolder;

beforeAll(async () => {
  const { cast } = stage;
  sue = await supervisor(cast, 'Sue');
  sal = await supervisor(cast, 'Sal');
  ana = await restorable(cast, 'ana');
});

const approve = (by: Browser, id: string) => by.ask(adminRoutes.approve, { params: { id } });
const stateOf = async (id: string) => (await stage.cast.founding.database.approvals.findOne({ _id: id }))?.state;
const handedOut = () =>
  stage.cast.founding.database.audit.countDocuments({ what: 'restore-code.handed-out', account: ana.accountId });

async function invalid(asked: Promise<unknown>): Promise<void> {
  expect(await refusalOf(asked)).toMatchObject({ code: 'approval-not-valid', status: 403 });
}

describe('S-06 an approval', () => {
  test('S-06 R-02 is needed: without one the code is not told, and nobody is told that it was', async () => {
    const before = await handedOut();
    expect(await refusalOf(handsOut(sue, ana.accountId, undefined))).toMatchObject({
      code: 'approval-required',
      status: 403,
    });
    await invalid(handsOut(sue, ana.accountId, 'apr_AAAAAAAAAAAAAAAAAAAAAA'));
    const { id } = await asksFor(sue, ana.accountId);
    await invalid(handsOut(sue, ana.accountId, id));
    expect(await handedOut()).toBe(before);
    expect((await stage.cast.mailbox.messages(ana.email)).map(({ template }) => template)).not.toContain(
      'restore-code-handed-out',
    );
  });

  test('S-06 is never given by whoever asked, nor by the one whom it is about', async () => {
    const { cast } = stage;
    const { id, mayDecide } = await asksFor(sue, ana.accountId);
    expect(mayDecide).toBe(false);
    expect(await refusalOf(approve(sue, id))).toMatchObject({ code: 'own-approval', status: 403 });
    await cast.founding.staff({ name: 'Ana herself', email: ana.email, role: 'supervisor' }, password);
    const herself = await staffUser(cast.world.urls.console, ana.email, password);
    await stepUp(herself);
    const { rows } = await herself.ask(adminRoutes.listApprovals, { query: { perPage: 100 } });
    expect(rows.find((row) => row.id === id)).toMatchObject({ mayDecide: false, state: 'waiting' });
    expect(await refusalOf(approve(herself, id))).toMatchObject({ code: 'own-approval' });
    expect(await stateOf(id)).toBe('waiting');
    expect(await approve(sal, id)).toMatchObject({ state: 'approved', mayDecide: false, mayUse: false });
  });

  test('S-06 is used once, also when it is used ten times at once; the owner is mailed for it', async () => {
    const id = await approved(sue, sal, ana.accountId);
    const before = await handedOut();
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => handsOut(sue, ana.accountId, id)));
    const told = outcomes.filter((one) => one.status === 'fulfilled');
    expect(told).toHaveLength(1);
    expect(told[0]?.value).toEqual({ code: ana.restoreCode, isFresh: false });
    expect(await handedOut()).toBe(before + 1);
    expect(await stateOf(id)).toBe('used');
    await invalid(handsOut(sue, ana.accountId, id));
    await stage.cast.mailbox.newest(ana.email, 'restore-code-handed-out');
  });

  test('S-06 is good for exactly what was asked: no other way, account, reason, check or person', async () => {
    const bea = await restorable(stage.cast, 'bea');
    const id = await approved(sue, sal, ana.accountId);
    await invalid(handsOut(sue, ana.accountId, id, { way: 'copy' }));
    await invalid(handsOut(sue, ana.accountId, id, { way: 'email' }));
    await invalid(handsOut(sue, bea.accountId, id));
    await invalid(handsOut(sue, ana.accountId, id, { reason: 'Another reason altogether' }));
    await invalid(handsOut(sue, ana.accountId, id, { callerCheck: { ...callerCheck, how: 'in-person' } }));
    await invalid(handsOut(sal, ana.accountId, id));
    expect(await stateOf(id)).toBe('approved');
    expect(await handsOut(sue, ana.accountId, id)).toMatchObject({ code: ana.restoreCode });
  });

  test('S-06 is over after half an hour, approved or not', async () => {
    const { approvals } = stage.cast.founding.database;
    const late = async (id: string) => {
      const found = await approvals.findOne({ _id: id });
      expect((found?.expiresAt.getTime() ?? 0) - (found?.requestedAt.getTime() ?? 0)).toBe(30 * 60_000);
      await approvals.updateOne({ _id: id }, { $set: { expiresAt: new Date() } });
      return id;
    };
    const waiting = await late((await asksFor(sue, ana.accountId)).id);
    await invalid(approve(sal, waiting));
    const id = await late(await approved(sue, sal, ana.accountId));
    await invalid(handsOut(sue, ana.accountId, id));
    const { rows } = await sue.ask(adminRoutes.listApprovals, { query: { perPage: 100 } });
    for (const late of [waiting, id])
      expect(rows.find((row) => row.id === late)).toMatchObject({ state: 'expired', mayUse: false });
  });

  test('S-06 is decided once: refused, it cannot be approved, and the other way round', async () => {
    const { id } = await asksFor(sue, ana.accountId);
    await sal.ask(adminRoutes.refuseApproval, { params: { id } });
    await invalid(approve(sal, id));
    await invalid(handsOut(sue, ana.accountId, id));
    const given = await approved(sue, sal, ana.accountId);
    await invalid(sal.ask(adminRoutes.refuseApproval, { params: { id: given } }));
    expect(await stateOf(given)).toBe('approved');
  });

  test.each(['Rae', 'Ray'])('INV-17 is worth nothing once one of the two has lost the role: %s', async (name) => {
    const { cast } = stage;
    const leaver = await supervisor(cast, name);
    const [requester, approver] = name === 'Rae' ? [leaver, sal] : [sue, leaver];
    const id = await approved(requester, approver, ana.accountId);
    const email = `${name.toLowerCase()}-${cast.mark}@desk.example`;
    await staffCollection(cast.founding.database).updateOne({ email }, { $set: { role: 'agent' } });
    const refused = await refusalOf(handsOut(requester, ana.accountId, id));
    expect(refused.code).toBe(name === 'Rae' ? 'forbidden' : 'approval-not-valid');
    expect(await stateOf(id)).toBe('approved');
  });

  test('is needed where no code is kept, too: then a fresh one brings the identity back', async () => {
    const { cast } = stage;
    const bare = await identityHolder(cast, 'bare');
    expect((await refusalOf(handsOut(sue, bare.accountId, undefined))).code).toBe('approval-required');
    const { code, isFresh } = await handsOut(sue, bare.accountId, await approved(sue, sal, bare.accountId));
    expect(isFresh).toBe(true);
    const app = newApp(cast);
    await app.restoring.start(bare.userName, 'restore', 'Pixel 9');
    const restore = await app.restoring.enterRestoreCode(code ?? '');
    await app.enterMailCode(restore.id, await cast.mailbox.codeFor(bare.email, restore.id));
    await app.restoring.finish(newPasscode);
    const { bindings } = cast.founding.database;
    const bound = await bindings.find({ accountId: bare.accountId, state: 'active' }).toArray();
    expect(bound.map(({ device }) => device.model)).toEqual(['Pixel 9']);
    expect(await refusalOf(asksFor(sue, 'acc_AAAAAAAAAAAAAAAAAAAAAA'))).toMatchObject({ code: 'not-found' });
  });

  test('A-01 is on record from asking to use', async () => {
    const id = await approved(sue, sal, ana.accountId, 'copy');
    await handsOut(sue, ana.accountId, id, { way: 'copy' });
    const { audit } = stage.cast.founding.database;
    const records = await audit.find({ 'object.id': id }).sort({ at: 1 }).toArray();
    expect(records.map(({ what }) => what)).toEqual(['approval.requested', 'approval.approved', 'approval.used']);
    for (const record of records) expect(record).toMatchObject({ account: ana.accountId, reason: help.reason });
    expect(JSON.stringify(records)).not.toContain(ana.restoreCode);
  });
});

describe('S-05 a step-up', () => {
  test('S-05 is refused with a wrong password, and lasts five minutes', async () => {
    const { cast } = stage;
    const { id } = await asksFor(sue, ana.accountId);
    await supervisor(cast, 'Sol');
    const sol = await staffUser(cast.world.urls.console, `sol-${cast.mark}@desk.example`, password);
    const { audit, stepUps } = cast.founding.database;
    const wrong = sol.ask(adminRoutes.stepUp, { body: { password: 'a wrong demo password' } });
    expect(await refusalOf(wrong)).toMatchObject({ code: 'sign-in-failed', status: 401 });
    expect(await refusalOf(approve(sol, id))).toMatchObject({ code: 'step-up-required', status: 401 });
    const { until } = await sol.ask(adminRoutes.stepUp, { body: { password } });
    expect(Date.parse(until) - Date.now()).toBeLessThanOrEqual(5 * 60_000);
    const me = await sol.ask(adminRoutes.me, {});
    const record = await audit.findOne({ what: 'staff.stepped-up', 'actor.id': me.id }, { sort: { at: -1 } });
    await stepUps.updateOne({ _id: record?.actor.session ?? '' }, { $set: { until: new Date() } });
    expect(await refusalOf(approve(sol, id))).toMatchObject({ code: 'step-up-required' });
    await stepUp(sol);
    expect(await approve(sol, id)).toMatchObject({ state: 'approved' });
    expect(await audit.countDocuments({ what: 'staff.step-up-refused', 'actor.id': me.id })).toBe(1);
  });
});
