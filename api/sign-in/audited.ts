import type { BlockList } from 'node:net';
import type { Context } from 'hono';
import { writeAudit } from '../../store/audit.ts';
import { addressClass } from '../client-address.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { origin } from '../guards.ts';

const limited = ['/sign-in/email', '/two-factor/verify-totp', '/two-factor/verify-backup-code', '/reset-password'];
const recorded = [...limited, '/sign-out', '/request-password-reset', '/two-factor/enable'];

/** Every attempt to sign in is limited by address and on record, good or bad (A-01, L-01). Addresses typed are not written down. */
export function auditedSignIns(deps: ApiDependencies, trusted: BlockList, realm: 'portal' | 'staff') {
  return {
    before: async (c: Context, operation: string) => {
      const { address } = origin(c, trusted);
      if (limited.includes(operation)) await deps.rateLimits.signIns(addressClass(address));
      if (operation === '/request-password-reset') await deps.rateLimits.anonymous(addressClass(address));
    },
    after: async (c: Context, operation: string, response: Response) => {
      if (!recorded.includes(operation)) return;
      const user = await userOf(response);
      const isAccount = realm === 'portal';
      await writeAudit(deps.database, {
        at: new Date(),
        what: `${realm}.${operation.slice(1).replaceAll('/', '-')}${response.ok ? '' : '-refused'}`,
        actor: {
          kind: user === undefined ? 'anonymous' : isAccount ? 'account-holder' : 'staff',
          id: user ?? 'anonymous',
          ...origin(c, trusted),
        },
        object: { kind: isAccount ? 'account' : 'staff', id: user ?? 'unknown' },
        account: isAccount ? (user ?? null) : null,
      });
    },
  };
}

async function userOf(response: Response): Promise<string | undefined> {
  if (!response.ok) return undefined;
  const body = (await response
    .clone()
    .json()
    .catch(() => null)) as { user?: { id?: string } } | null;
  return body?.user?.id;
}
