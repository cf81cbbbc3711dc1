import { generateSync } from 'otplib';
import { describe, expect, test } from 'vitest';
import { adminRoutes } from '../../contracts/routes/admin.ts';
import { Browser, staffUser } from '../../embedded/people/browser.ts';
import { password } from '../../embedded/people/cast.ts';
import { staffCollection } from '../../store/staff.ts';
import { useCast } from '../cast.ts';
import { colleague, disable, enable, left } from './disabled-staff.ts';
import { alike, problemIn, refusalOf } from './refused.ts';

const stage = useCast();
const auth = '/v1/admin/auth';
const stateOf = async (id: string) =>
  (await staffCollection(stage.cast.founding.database).findOne({ _id: id }))?.state ?? 'active';

describe('S-07 disabling staff', () => {
  test('S-07 nobody disables themselves: so one administrator always stays', async () => {
    const ada = await colleague(stage.cast, 'Ada', 'administrator');
    for (const deed of [disable, enable])
      expect(await refusalOf(deed(ada.browser, ada.id))).toMatchObject({ code: 'not-yourself', status: 409 });
    expect(await stateOf(ada.id)).toBe('active');
    expect(await ada.browser.ask(adminRoutes.me, {})).toMatchObject({ id: ada.id });
  });

  test('S-07 of two administrators who disable each other at once, one stays', async () => {
    const { cast } = stage;
    for (let round = 0; round < 3; round++) {
      const one = await colleague(cast, `One${String(round)}`, 'administrator');
      const two = await colleague(cast, `Two${String(round)}`, 'administrator');
      const outcomes = await Promise.allSettled([disable(one.browser, two.id), disable(two.browser, one.id)]);
      expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
      expect([await stateOf(one.id), await stateOf(two.id)].toSorted()).toEqual(['active', 'disabled']);
    }
  });

  test('S-05 needs a step-up, a reason, and somebody who is there', async () => {
    const { cast } = stage;
    const rob = await colleague(cast, 'Rob', 'agent');
    const ada = await colleague(cast, 'Ade', 'administrator');
    const again = await staffUser(cast.world.urls.console, ada.email, password);
    expect(await refusalOf(disable(again, rob.id))).toMatchObject({ code: 'step-up-required', status: 401 });
    const brief = { params: { id: rob.id }, body: { reason: 'Left' } };
    expect((await refusalOf(ada.browser.ask(adminRoutes.disableStaffMember, brief))).code).toBe('invalid-request');
    for (const deed of [disable, enable])
      expect((await refusalOf(deed(ada.browser, 'stf_AAAAAAAAAAAAAAAAAAAAAA'))).code).toBe('not-found');
    const sue = await colleague(cast, 'Sue', 'supervisor');
    expect((await refusalOf(disable(sue.browser, rob.id))).code).toBe('forbidden');
    expect(await stateOf(rob.id)).toBe('active');
    expect(await cast.founding.database.audit.countDocuments({ 'object.id': rob.id, reason: left })).toBe(0);
  });
});

describe('S-07 signing in', () => {
  async function tried(email: string, typed: string) {
    const started = performance.now();
    const response = await new Browser(stage.cast.world.urls.console).post(`${auth}/sign-in/email`, {
      email,
      password: typed,
    });
    const cookies = response.headers.getSetCookie();
    return { ms: performance.now() - started, cookies, problem: await problemIn(response) };
  }

  test('S-07 E-01 a disabled member of staff is answered as a wrong password is', async () => {
    const { cast } = stage;
    const ada = await colleague(cast, 'Adi', 'administrator');
    const rob = await colleague(cast, 'Ron', 'agent');
    const wrong = await tried(rob.email, 'a wrong demo password');
    await disable(ada.browser, rob.id);
    const right = await tried(rob.email, password);
    expect(wrong.problem).toMatchObject({ code: 'sign-in-failed', status: 401 });
    expect(alike(right.problem)).toEqual(alike(wrong.problem));
    expect([right.cookies, wrong.cookies]).toEqual([[], []]);
    expect(Math.min(right.ms, wrong.ms)).toBeGreaterThan(395);
  });

  test('S-07 who had typed the password before and not yet the code does not get in by the code', async () => {
    const { cast } = stage;
    const ada = await colleague(cast, 'Ads', 'administrator');
    const rob = await colleague(cast, 'Rex', 'agent');
    const enabled = await rob.browser.post(`${auth}/two-factor/enable`, { password });
    const { totpURI } = (await enabled.json()) as { totpURI: string };
    const code = () => generateSync({ secret: new URL(totpURI).searchParams.get('secret') ?? '' });
    expect((await rob.browser.post(`${auth}/two-factor/verify-totp`, { code: code() })).status).toBe(200);
    const halfway = await staffUser(cast.world.urls.console, rob.email, password);
    await disable(ada.browser, rob.id);
    const answer = await problemIn(await halfway.post(`${auth}/two-factor/verify-totp`, { code: code() }));
    expect(answer).toMatchObject({ code: 'sign-in-failed', status: 401 });
    expect(await refusalOf(halfway.ask(adminRoutes.me, {}))).toMatchObject({ code: 'unauthenticated' });
  });
});
