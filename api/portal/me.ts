import type { Hono } from 'hono';
import { portalRoutes } from '../../contracts/routes/portal.ts';
import { accountView } from '../views.ts';
import type { ApiDependencies } from '../dependencies.ts';
import type { AccountHolder } from '../guards.ts';
import { mount, type Guard } from '../mount.ts';
import { refuse } from '../problem.ts';

/** Profile. */
export function portalMe(app: Hono, { database }: ApiDependencies, guard: Guard<AccountHolder>): void {
  mount(app, portalRoutes.me, guard, async ({ caller }) => {
    const account = await database.accounts.findOne({ _id: caller.accountId, state: 'active' });
    return account === null ? refuse('unauthenticated') : accountView(account);
  });
}
