import { describe, expect, test } from 'vitest';
import { adminRoutes } from '../../contracts/routes/admin.ts';
import { portalRoutes } from '../../contracts/routes/portal.ts';
import { portalUser } from '../../embedded/people/browser.ts';
import { password, type Cast } from '../../embedded/people/cast.ts';
import { useCast } from '../cast.ts';
import { nobody, staffOf } from './principals.ts';
import { problemIn, refusalOf } from './refused.ts';

const stage = useCast();
const sessions = (realm: 'portal' | 'staff') =>
  stage.cast.founding.database.db.collection<{ userId: string; token: string; createdAt: Date; expiresAt: Date }>(
    `${realm}Sessions`,
  );
const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);

describe('a session', () => {
  test('S-03 that has been idle too long is over', async () => {
    const ana = await stage.cast.person('idle', 'samsung SM-G970F', 0);
    await sessions('portal').updateMany({ userId: ana.accountId }, { $set: { expiresAt: ago(1) } });
    expect(await refusalOf(ana.portal.ask(portalRoutes.listTokens, {}))).toMatchObject({
      code: 'unauthenticated',
      status: 401,
    });
  });

  test('S-03 in the portal is over after half an hour, however busy', async () => {
    const ana = await stage.cast.person('busy', 'samsung SM-G970F', 0);
    await sessions('portal').updateMany({ userId: ana.accountId }, { $set: { createdAt: ago(31) } });
    expect(await refusalOf(ana.portal.ask(portalRoutes.me, {}))).toMatchObject({ code: 'unauthenticated' });
  });

  test('S-03 of staff is over after eight hours', async () => {
    const auditor = await staffOf(stage.cast, 'auditor');
    const me = await auditor.ask(adminRoutes.me, {});
    await sessions('staff').updateMany({ userId: me.id }, { $set: { createdAt: ago(8 * 60 + 1) } });
    expect(await refusalOf(auditor.ask(adminRoutes.me, {}))).toMatchObject({ code: 'unauthenticated' });
  });

  test('S-01 has another id at each sign-in, stands in the database as a hash only, and is dead after signing out', async () => {
    const { cast } = stage;
    const ana = await cast.person('hash', 'samsung SM-G970F', 0);
    const again = await portalUser(cast.world.urls.portal, ana.email, password);
    const token = (cookie: string) => decodeURIComponent(/=([^;]+)/.exec(cookie)?.[1] ?? '').split('.')[0] ?? '';
    const own = token(again.cookieHeader);
    expect(own.length).toBeGreaterThanOrEqual(32);
    expect(own).not.toBe(token(ana.portal.cookieHeader));
    const stored = await sessions('portal').find({ userId: ana.accountId }).toArray();
    expect(stored).toHaveLength(2);
    expect(JSON.stringify(stored)).not.toContain(own);
    const cookie = again.cookieHeader;
    expect((await again.post('/v1/portal/auth/sign-out', {})).status).toBe(200);
    expect((await nobody(cast, { cookie })(portalRoutes.me)).status).toBe(401);
    expect(await ana.portal.ask(portalRoutes.me, {})).toMatchObject({ email: ana.email });
  });

  test('S-01 cannot be chosen: what stands in the database, or a made-up one, is none', async () => {
    const { cast } = stage;
    const ana = await cast.person('fixed', 'samsung SM-G970F', 0);
    const [name = ''] = ana.portal.cookieHeader.split('=');
    const [stored] = await sessions('portal').find({ userId: ana.accountId }).toArray();
    for (const value of [stored?.token ?? '', `${stored?.token ?? ''}.AAAA`, 'a'.repeat(32)])
      expect((await nobody(cast, { cookie: `${name}=${encodeURIComponent(value)}` })(portalRoutes.me)).status).toBe(
        401,
      );
  });
});

function disable(cast: Cast, accountId: string) {
  const asked = { params: { id: accountId }, body: { reason: 'Left the company' } };
  return cast.administrator.ask(adminRoutes.disableAccount, asked);
}

describe('a disabled account', () => {
  test('S-08 can do nothing more with the session and the device it had, nor sign in', async () => {
    const { cast } = stage;
    const ana = await cast.person('disabled', 'samsung SM-G970F', 1);
    await disable(cast, ana.accountId);
    const at = { params: { id: ana.tokens[0] ?? '' } };
    for (const route of [portalRoutes.disableToken, portalRoutes.startMigration])
      expect(await refusalOf(ana.portal.ask<typeof route>(route, at))).toMatchObject({ code: 'unauthenticated' });
    expect(await refusalOf(ana.portal.ask(portalRoutes.listTokens, {}))).toMatchObject({ code: 'unauthenticated' });
    expect(await refusalOf(ana.phone.listWaiting())).toMatchObject({ code: 'forbidden' });
    expect(await sessions('portal').countDocuments({ userId: ana.accountId })).toBe(0);
    expect(await cast.founding.database.tokens.findOne({ _id: at.params.id })).toMatchObject({
      state: 'active',
      reservedBy: null,
    });
  });

  test('that is enabled again goes on with the device it had', async () => {
    const { cast } = stage;
    const ana = await cast.person('back', 'samsung SM-G970F', 1);
    await disable(cast, ana.accountId);
    const asked = { params: { id: ana.accountId }, body: { reason: 'Back again' } };
    expect(await cast.administrator.ask(adminRoutes.enableAccount, asked)).toMatchObject({ state: 'active' });
    expect((await ana.phone.sync()).tokens).toMatchObject([{ isUsable: true }]);
    expect(await refusalOf(ana.portal.ask(portalRoutes.me, {}))).toMatchObject({ code: 'unauthenticated' });
  });

  test('E-01 is answered at sign-in as a wrong password is', async () => {
    const { cast } = stage;
    const ana = await cast.person('shut', 'samsung SM-G970F', 0);
    await disable(cast, ana.accountId);
    const sent = await ana.portal.post('/v1/portal/auth/sign-in/email', { email: ana.email, password });
    expect(await problemIn(sent)).toMatchObject({ code: 'sign-in-failed', status: 401 });
    expect(sent.headers.getSetCookie()).toEqual([]);
  });
});

test('L-03 signing in wrongly, again and again, keeps the owner out of nothing', async () => {
  const { cast } = stage;
  const ana = await cast.person('besieged', 'samsung SM-G970F', 1);
  const before = await cast.founding.database.accounts.findOne({ _id: ana.accountId });
  await Promise.all(
    Array.from({ length: 12 }, () =>
      ana.portal.post('/v1/portal/auth/sign-in/email', { email: ana.email, password: 'not the password' }),
    ),
  );
  expect(await cast.founding.database.accounts.findOne({ _id: ana.accountId })).toEqual(before);
  expect(await (await portalUser(cast.world.urls.portal, ana.email, password)).ask(portalRoutes.me, {})).toMatchObject({
    email: ana.email,
  });
});
