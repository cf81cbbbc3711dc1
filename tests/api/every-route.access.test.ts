import { beforeAll, expect, test } from 'vitest';
import { allRoutes } from '../../api/openapi.ts';
import type { Principal } from '../../contracts/routes/route.ts';
import { staffRoles } from '../../domain/words.ts';
import { useCast } from '../cast.ts';
import { accountHolder, asDevice, nobody, staffOf, withCookiesOf, type Send } from './principals.ts';
import { problemIn } from './refused.ts';

const stage = useCast();
const send: Partial<Record<Principal, Send>> = {};
const principals: Principal[] = ['anonymous', 'account-holder', 'device', 'service', ...staffRoles];

beforeAll(async () => {
  const { cast } = stage;
  const ana = await cast.person('ana', 'samsung SM-G970F', 0);
  send.anonymous = nobody(cast);
  send['account-holder'] = withCookiesOf(cast, await accountHolder(cast, ana));
  send.device = asDevice(cast, ana);
  send.service = nobody(cast, { authorization: `Bearer ${cast.service.verifyKey}` });
  for (const role of staffRoles) send[role] = withCookiesOf(cast, await staffOf(cast, role));
});

const ids: Record<string, string> = { tokens: 'tok', recoveries: 'rec', accounts: 'acc' };
function missingIdFor(path: string): Record<string, string> {
  const [, collection = ''] = /\/(\w+)\/\{id\}/.exec(path) ?? [];
  return path.includes('{id}') ? { id: `${ids[collection] ?? 'rec'}_AAAAAAAAAAAAAAAAAAAAAA` } : {};
}

const routes = Object.entries(allRoutes).flatMap(([area, operations]) =>
  Object.entries(operations).map(([name, route]) => [`${area}.${name}`, route] as const),
);

// What anybody may call has nobody to keep out.
test.each(routes.filter(([, { access }]) => !access.includes('anonymous')))(
  'S-08 %s refuses everybody whom its row does not name',
  async (_, route) => {
    for (const principal of principals.filter((one) => !route.access.includes(one))) {
      const answer = await send[principal]?.(route, { params: missingIdFor(route.path) });
      if (answer === undefined) throw new Error(`nobody plays ${principal}`);
      const problem = await problemIn(answer);
      expect([principal, [401, 403].includes(problem.status)]).toEqual([principal, true]);
    }
  },
);

// Signing out would end the device that the other rows need; devices.refusals.test.ts does it.
test.each(routes.filter(([name]) => name !== 'device.signOut'))(
  'S-08 %s lets everybody in whom its row names',
  async (_, route) => {
    for (const principal of route.access) {
      const answer = await send[principal]?.(route, { params: missingIdFor(route.path) });
      if (answer === undefined) throw new Error(`nobody plays ${principal}`);
      const code = answer.ok ? 'yes' : (await problemIn(answer)).code;
      expect(['unauthenticated', 'forbidden', 'device-unknown'].includes(code)).toBe(false);
    }
  },
);
