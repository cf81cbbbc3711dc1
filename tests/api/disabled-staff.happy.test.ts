import { beforeAll, describe, expect, test } from 'vitest';
import { adminRoutes } from '../../contracts/routes/admin.ts';
import { portalRoutes } from '../../contracts/routes/portal.ts';
import { staffUser } from '../../embedded/people/browser.ts';
import { password } from '../../embedded/people/cast.ts';
import { restorable, type RestorableHolder } from '../../embedded/people/identity.ts';
import { askedQuestions } from '../../embedded/people/recreation.ts';
import { useCast } from '../cast.ts';
import { colleague, disable, enable, left, type Colleague } from './disabled-staff.ts';
import { refusalOf } from './refused.ts';
import { approved, asksFor, callerCheck, handsOut } from './staffing.ts';

const stage = useCast();
let ada: Colleague;
let sal: Colleague;
let ana: RestorableHolder;

beforeAll(async () => {
  const { cast } = stage;
  ada = await colleague(cast, 'Ada', 'administrator');
  sal = await colleague(cast, 'Sal', 'supervisor');
  ana = await restorable(cast, 'ana');
});

const stateOf = async (id: string) => (await stage.cast.founding.database.approvals.findOne({ _id: id }))?.state;
const recordsOf = (id: string) =>
  stage.cast.founding.database.audit.find({ 'object.id': id }).sort({ at: 1 }).toArray();

async function listed(of: Colleague, by: Colleague) {
  const { rows } = await by.browser.ask(adminRoutes.listStaff, { query: { search: of.email } });
  return rows[0];
}

describe('S-07 a disabled member of staff', () => {
  test('S-07 has no session from the next request on, wherever they were signed in', async () => {
    const { cast } = stage;
    const rob = await colleague(cast, 'Rob', 'agent');
    const elsewhere = await staffUser(cast.world.urls.console, rob.email, password);
    expect(await disable(ada.browser, rob.id)).toMatchObject({ state: 'disabled', actions: ['enable'] });
    for (const browser of [rob.browser, elsewhere])
      for (const asked of [adminRoutes.me, adminRoutes.listAccounts] as const)
        expect(await refusalOf(browser.ask<typeof asked>(asked, {}))).toMatchObject({
          code: 'unauthenticated',
          status: 401,
        });
    expect(await cast.founding.database.db.collection('staffSessions').countDocuments({ userId: rob.id })).toBe(0);
  });

  test('S-07 A-01 is on record once, with who and why, however often it is said', async () => {
    const rob = await colleague(stage.cast, 'Rod', 'auditor');
    await disable(ada.browser, rob.id);
    await disable(ada.browser, rob.id);
    const records = (await recordsOf(rob.id)).filter(({ what }) => what === 'staff.disabled');
    expect(records).toMatchObject([{ actor: { id: ada.id }, reason: left, detail: { role: 'auditor' } }]);
  });

  test('S-07 leaves no open approval: neither what they asked for nor what they approved', async () => {
    const rae = await colleague(stage.cast, 'Rae', 'supervisor');
    const { id: waiting } = await asksFor(rae.browser, ana.accountId);
    const given = await approved(rae.browser, sal.browser, ana.accountId, 'copy');
    const byThem = await approved(sal.browser, rae.browser, ana.accountId);
    const used = await approved(rae.browser, sal.browser, ana.accountId, 'print');
    await handsOut(rae.browser, ana.accountId, used, { way: 'print' });
    const { id: notTheirs } = await asksFor(sal.browser, ana.accountId);
    await disable(ada.browser, rae.id);
    const open = [waiting, given, byThem];
    for (const id of open) expect(await stateOf(id)).toBe('void');
    expect([await stateOf(used), await stateOf(notTheirs)]).toEqual(['used', 'waiting']);
    for (const asked of [
      sal.browser.ask(adminRoutes.approve, { params: { id: waiting } }),
      handsOut(sal.browser, ana.accountId, byThem),
    ])
      expect((await refusalOf(asked)).code).toBe('approval-not-valid');
    for (const id of open) expect((await recordsOf(id)).at(-1)).toMatchObject({ what: 'approval.voided' });
    const { rows } = await sal.browser.ask(adminRoutes.listApprovals, { query: { perPage: 100 } });
    expect(rows.find(({ id }) => id === waiting)).toMatchObject({ state: 'void', mayDecide: false });
    await enable(ada.browser, rae.id);
    expect((await refusalOf(handsOut(sal.browser, ana.accountId, byThem))).code).toBe('approval-not-valid');
  });

  test('S-07 vouches for no caller any more', async () => {
    const { cast } = stage;
    const leo = await cast.person('leo', 'iPhone 1', 1);
    const ron = await colleague(cast, 'Ron', 'agent');
    const params = { id: (await askedQuestions(cast, leo)).recovery };
    await leo.portal.ask(portalRoutes.askSupport, { params });
    const verified = async (by: Colleague['browser']) => {
      const { recreation } = await by.ask(adminRoutes.verifyCaller, { params, body: { callerCheck } });
      const verifiedAt = recreation?.support?.verification?.at ?? '';
      const body = { isApproved: true, verifiedAt, reason: 'The call-back was recorded well' };
      return () => sal.browser.ask(adminRoutes.decideCaller, { params, body });
    };
    const goesOn = await verified(ron.browser);
    await disable(ada.browser, ron.id);
    expect(await refusalOf(goesOn())).toMatchObject({ code: 'approval-not-valid', status: 403 });
    expect(await (await verified(cast.agent))()).toMatchObject({ step: 'choose-action' });
  });

  test('S-07 enabled again, signs in with the password they had; the former session stays dead', async () => {
    const { cast } = stage;
    const rob = await colleague(cast, 'Ben', 'agent');
    await disable(ada.browser, rob.id);
    expect(await enable(ada.browser, rob.id)).toMatchObject({ state: 'active', actions: ['disable'] });
    expect(await refusalOf(rob.browser.ask(adminRoutes.me, {}))).toMatchObject({ code: 'unauthenticated' });
    const again = await staffUser(cast.world.urls.console, rob.email, password);
    expect(await again.ask(adminRoutes.me, {})).toMatchObject({ id: rob.id });
    expect((await recordsOf(rob.id)).map(({ what }) => what)).toContain('staff.enabled');
  });
});

test('S-07 the list tells who is disabled, and offers a deed to administrators alone, about others', async () => {
  const { cast } = stage;
  const rob = await colleague(cast, 'Row', 'agent');
  const audrey = await colleague(cast, 'Audrey', 'auditor');
  expect(await listed(rob, ada)).toMatchObject({ state: 'active', actions: ['disable'] });
  await disable(ada.browser, rob.id);
  expect(await listed(rob, ada)).toMatchObject({ state: 'disabled', actions: ['enable'] });
  expect(await listed(rob, audrey)).toMatchObject({ state: 'disabled', actions: [] });
  expect(await listed(ada, ada)).toMatchObject({ state: 'active', actions: [] });
});
