import { beforeAll, describe, expect, test } from 'vitest';
import { allRoutes } from '../../api/openapi.ts';
import { deviceRoutes } from '../../contracts/routes/device.ts';
import type { Principal, Route } from '../../contracts/routes/route.ts';
import { staffRoles } from '../../domain/words.ts';
import { staffUser } from '../../embedded/people/browser.ts';
import { password } from '../../embedded/people/cast.ts';
import { restorable, startedRestore, stepUp } from '../../embedded/people/identity.ts';
import { useCast } from '../cast.ts';
import { accountHolder, asDevice, nobody, staffOf, withCookiesOf, type Send } from './principals.ts';
import { alike, problemIn } from './refused.ts';

const stage = useCast();
const send: Partial<Record<Principal, Send>> = {};
/** Staff who have signed in, and not confirmed since who they are. */
const notSteppedUp: Partial<Record<Principal, Send>> = {};
const principals: Principal[] = ['anonymous', 'account-holder', 'device', 'restoring-device', 'service', ...staffRoles];
let seen = { own: '', former: '' };

beforeAll(async () => {
  const { cast } = stage;
  const ana = await cast.person('ana', 'samsung SM-G970F', 0);
  send.anonymous = nobody(cast);
  send['account-holder'] = withCookiesOf(cast, await accountHolder(cast, ana));
  send.device = asDevice(cast, ana);
  send.service = nobody(cast, { authorization: `Bearer ${cast.service.verifyKey}` });
  for (const role of staffRoles) {
    const browser = await staffOf(cast, role);
    await stepUp(browser);
    send[role] = withCookiesOf(cast, browser);
    const again = await staffUser(cast.world.urls.console, `${role}-${cast.mark}@desk.example`, password);
    notSteppedUp[role] = withCookiesOf(cast, again);
  }
  const bea = await restorable(cast, 'bea');
  const former = await startedRestore(cast, bea);
  await former.app.cancelRecovery(former.recovery.id);
  const { app, recovery } = await startedRestore(cast, bea);
  send['restoring-device'] = asDevice(cast, { phone: app });
  seen = { own: recovery.id, former: former.recovery.id };
}, 120_000);

const prefixes: Record<string, string> = {
  tokens: 'tok',
  recoveries: 'rec',
  recreations: 'rec',
  pairings: 'rec',
  accounts: 'acc',
  devices: 'dev',
  restores: 'res',
  'sign-ins': 'sgn',
  approvals: 'apr',
  staff: 'stf',
};
function missingIdsFor(path: string): Record<string, string> {
  const named = [...path.matchAll(/\/([\w-]+)\/\{(\w+)\}/g)];
  return Object.fromEntries(
    named.map(([, collection = '', name = '']) => {
      const prefix = prefixes[collection];
      if (prefix === undefined) throw new Error(`what are ${collection}?`);
      return [name, `${prefix}_AAAAAAAAAAAAAAAAAAAAAA`];
    }),
  );
}

async function codeOf(asker: Send | undefined, route: Route): Promise<string> {
  if (asker === undefined) throw new Error('nobody plays them');
  const answer = await asker(route, { params: missingIdsFor(route.path) });
  return answer.ok ? 'yes' : (await problemIn(answer)).code;
}

const routes = Object.entries(allRoutes).flatMap(([area, operations]) =>
  Object.entries<Route>(operations).map(([name, route]) => [`${area}.${name}`, route] as const),
);
const outside = ['unauthenticated', 'forbidden', 'device-unknown', 'proof-invalid'];

// What anybody may call has nobody to keep out.
test.each(routes.filter(([, { access }]) => !access.includes('anonymous')))(
  'S-08 %s refuses everybody whom its row does not name',
  async (_, route) => {
    for (const principal of principals.filter((one) => !route.access.includes(one)))
      expect([principal, outside.includes(await codeOf(send[principal], route))]).toEqual([principal, true]);
  },
);

// Signing out would end the device that the other rows need; devices.refusals.test.ts does it.
test.each(routes.filter(([name]) => name !== 'device.signOut'))(
  'S-08 %s lets everybody in whom its row names',
  async (_, route) => {
    for (const principal of route.access) {
      // Nobody in particular signs by a key of their own there; a browser has none.
      const isByKey = principal === 'anonymous' && route.refusals.some((code) => code === 'proof-invalid');
      const refused = [...outside.filter((code) => !isByKey || code !== 'proof-invalid'), 'step-up-required'];
      expect([principal, refused.includes(await codeOf(send[principal], route))]).toEqual([principal, false]);
    }
  },
);

test.each(routes.filter(([, { needsStepUp }]) => needsStepUp === true))(
  'S-05 %s asks those whom its row names for their password once more',
  async (_, route) => {
    for (const principal of route.access)
      expect([principal, await codeOf(notSteppedUp[principal], route)]).toEqual([principal, 'step-up-required']);
  },
);

test('S-05 what reveals, approves or changes policy is behind a step-up', () => {
  const needing = routes.filter(([, { needsStepUp }]) => needsStepUp === true).map(([name]) => name);
  const changing = routes.filter(([, { method, path }]) => method === 'post' && path.startsWith('/v1/admin/policy/'));
  const staffing = ['admin.createStaffMember', 'admin.disableStaffMember', 'admin.enableStaffMember'];
  for (const name of ['admin.approve', 'admin.handOutRestoreCode', ...staffing, ...changing.map(([name]) => name)])
    expect(needing).toContain(name);
  expect(changing.length).toBeGreaterThan(0);
});

describe('S-08 a device that is only about to get an identity', () => {
  const ofRecoveries: [string, Route, unknown][] = [
    ['claim', deviceRoutes.claim, { proofs: [{ token: 'tok_AAAAAAAAAAAAAAAAAAAAAA', otp: '123456' }] }],
    ['showRecovery', deviceRoutes.showRecovery, {}],
    ['enterMailCode', deviceRoutes.enterMailCode, { code: '123456' }],
    ['resendMailCode', deviceRoutes.resendMailCode, {}],
    ['cancelRecovery', deviceRoutes.cancelRecovery, {}],
  ];

  test('S-08 is named by the rows of its one recovery, and by no other', () => {
    const named = routes.filter(([, { access }]) => access.includes('restoring-device')).map(([name]) => name);
    expect(named.toSorted()).toEqual(
      [...ofRecoveries.map(([name]) => `device.${name}`), 'device.listWaiting'].toSorted(),
    );
  });

  test('S-08 sees that recovery', async () => {
    const shown = await send['restoring-device']?.(deviceRoutes.showRecovery, { params: { id: seen.own } });
    expect(await shown?.json()).toMatchObject({ id: seen.own, state: 'proving', step: 'prove-ownership' });
  });

  test.each(ofRecoveries)('S-09 %s: another recovery of the same account is not there', async (_, route, body) => {
    const ask = async (id: string) => {
      const answer = await send['restoring-device']?.(route, { params: { id }, body });
      if (answer === undefined) throw new Error('nobody plays them');
      return problemIn(answer);
    };
    const theirs = await ask(seen.former);
    expect(theirs).toMatchObject({ code: 'not-found', status: 404 });
    expect(alike(theirs)).toEqual(alike(await ask('rec_AAAAAAAAAAAAAAAAAAAAAA')));
  });
});
