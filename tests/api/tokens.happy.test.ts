import { describe, expect, test } from 'vitest';
import { adminRoutes } from '../../contracts/routes/admin.ts';
import { portalRoutes } from '../../contracts/routes/portal.ts';
import { enrolToken, phone } from '../../embedded/people/enrolment.ts';
import { password } from '../../embedded/people/cast.ts';
import { useCast } from '../cast.ts';
import { confirmedMigration, serialOf, unusedCode } from './migrating.ts';
import { refusalOf } from './refused.ts';

const stage = useCast();

describe('Strong Authentication', () => {
  test('shows each token as guide 000 does: masked serial, type, device, service, state, certificate', async () => {
    const { cast } = stage;
    const ana = await cast.person('list', 'samsung SM-G970F', 0);
    const certificate = { subject: 'Ana Ortiz', kind: 'Qualified certificate', expiresAt: '2030-01-01T00:00:00.000Z' };
    await enrolToken(cast.administrator, ana.phone, { account: ana.accountId, service: cast.service.id, certificate });
    const { tokens, devices, services } = await ana.portal.ask(portalRoutes.listTokens, {});
    const serial = await serialOf(ana.phone);
    expect(tokens).toMatchObject([
      {
        maskedSerial: `*****-${serial.slice(-3)}`,
        type: 'totp',
        state: 'active',
        certificates: [certificate],
        recovery: null,
      },
    ]);
    expect(tokens[0]?.device).toMatchObject({
      model: 'samsung SM-G970F',
      shortId: expect.stringMatching(/^\d{6}$/) as string,
    });
    expect([devices.length, services.map(({ id }) => id)]).toEqual([1, [cast.service.id]]);
    expect(tokens[0]?.actions).toEqual(['disable', 'migrate']);
    expect(JSON.stringify(tokens)).not.toContain(serial);
  });

  test('filters by device and by service, and keeps the choices', async () => {
    const { cast } = stage;
    const ana = await cast.person('filter', 'samsung SM-G970F', 1);
    const vpn = await cast.administrator.ask(adminRoutes.createService, { body: { name: `VPN ${cast.mark}` } });
    const tablet = await phone(cast.world.urls.device, 'iPad13,1', ana.email, password);
    const second = await enrolToken(cast.administrator, tablet, { account: ana.accountId, service: vpn.id });
    const listed = async (query: { device?: string; service?: string }) => {
      const { tokens, devices } = await ana.portal.ask(portalRoutes.listTokens, { query });
      expect(devices).toHaveLength(2);
      return tokens.map(({ id }) => id);
    };
    const device = (await tablet.state()).account?.device.id ?? '';
    expect(await listed({})).toEqual([...ana.tokens, second]);
    expect(await listed({ device })).toEqual([second]);
    expect(await listed({ service: cast.service.id })).toEqual(ana.tokens);
    expect(await listed({ service: cast.service.id, device })).toEqual([]);
  });

  test('says of a confirmed token that it is migrating, until when and by which recovery', async () => {
    const { cast } = stage;
    const ana = await cast.person('moving', 'samsung SM-G970F', 1);
    const recovery = await confirmedMigration(cast, ana);
    const { tokens } = await ana.portal.ask(portalRoutes.listTokens, {});
    expect(tokens[0]).toMatchObject({
      state: 'migrating',
      actions: [],
      recovery: { id: recovery.id, kind: 'migration', state: 'awaiting-device', deadline: recovery.deadline },
    });
    expect(Date.parse(recovery.deadline) - Date.now()).toBeGreaterThan(71 * 3_600_000);
    expect(recovery.appLink).toContain(recovery.id);
  });
});

describe('DISABLE, ENABLE, DELETE', () => {
  test('a disabled token is refused at once and accepted again once enabled; its owner is told of both', async () => {
    const { cast } = stage;
    const ana = await cast.person('switch', 'samsung SM-G970F', 1);
    const [id = ''] = ana.tokens;
    const serial = await serialOf(ana.phone);
    const at = { params: { id } };
    expect(await ana.portal.ask(portalRoutes.disableToken, at)).toMatchObject({
      state: 'disabled',
      actions: ['delete', 'enable'],
    });
    const otp = await unusedCode(ana.phone, id);
    expect(await cast.isAccepted(serial, otp)).toBe(false);
    expect(await ana.portal.ask(portalRoutes.enableToken, at)).toMatchObject({ state: 'active' });
    expect(await cast.isAccepted(serial, otp)).toBe(true);
    await expect
      .poll(
        async () =>
          (await cast.mailbox.messages(ana.email)).filter(({ template }) => template === 'token-changed').length,
        { timeout: 20_000 },
      )
      .toBe(2);
    const audited = await cast.founding.database.audit
      .find({ 'object.id': id, 'actor.kind': 'account-holder' })
      .sort({ at: 1 })
      .toArray();
    expect(audited.map(({ what }) => what)).toEqual(['token.disabled', 'token.enabled']);
  });

  test('T-08 a deleted token is gone with its seed, and the app is told why', async () => {
    const { cast } = stage;
    const ana = await cast.person('gone', 'samsung SM-G970F', 1);
    const [id = ''] = ana.tokens;
    await ana.portal.ask(portalRoutes.deleteToken, { params: { id } });
    expect((await ana.portal.ask(portalRoutes.listTokens, {})).tokens).toEqual([]);
    expect(await cast.founding.database.bindings.findOne({ tokenId: id })).toMatchObject({
      state: 'ended',
      seed: null,
    });
    const { departed, tokens } = await ana.phone.sync();
    expect([departed[0]?.reason, tokens]).toEqual(['deleted', []]);
  });

  test('each is refused where the state does not allow it', async () => {
    const { cast } = stage;
    const ana = await cast.person('rules', 'samsung SM-G970F', 0);
    const certificate = { subject: 'Ana Ortiz', kind: 'Qualified certificate', expiresAt: '2030-01-01T00:00:00.000Z' };
    const id = await enrolToken(cast.administrator, ana.phone, {
      account: ana.accountId,
      service: cast.service.id,
      certificate,
    });
    const at = { params: { id } };
    const refused = async (
      route:
        | typeof portalRoutes.enableToken
        | typeof portalRoutes.deleteToken
        | typeof portalRoutes.disableToken
        | typeof portalRoutes.startMigration,
    ) => (await refusalOf(ana.portal.ask<typeof route>(route, at))).code;
    expect(await refused(portalRoutes.enableToken)).toBe('token-not-ready');
    expect(await refused(portalRoutes.deleteToken)).toBe('certificate-connected');
    await ana.portal.ask(portalRoutes.disableToken, at);
    expect(await refused(portalRoutes.disableToken)).toBe('token-not-ready');
    expect(await refused(portalRoutes.startMigration)).toBe('token-not-ready');
  });
});
