import type { Hono } from 'hono';
import { changeAccountState } from '../../store/account-state.ts';
import { adminRoutes } from '../../contracts/routes/admin.ts';
import { createAccount, findAccounts } from '../../store/accounts.ts';
import { recordView } from '../../store/audit.ts';
import type { ApiDependencies } from '../dependencies.ts';
import type { StaffCaller } from '../guards.ts';
import { mount, type Guard } from '../mount.ts';
import { orRefuse } from '../problem.ts';
import { inviteAccount } from '../sign-in/invitation.ts';
import { accountView } from '../views.ts';
import { accountDetail, tokenView } from './account-detail.ts';
import { giveToken } from './giving-tokens.ts';

/** Accounts and their first tokens. */
export function adminAccounts(app: Hono, deps: ApiDependencies, guard: Guard<StaffCaller>): void {
  const { database } = deps;

  mount(app, adminRoutes.listAccounts, guard, async ({ caller, query }) => {
    await recordView(database, caller.actor, { kind: 'list', id: 'accounts' }, null);
    const { rows, total } = await findAccounts(database, query.search, (query.page - 1) * query.perPage, query.perPage);
    return { rows: rows.map(accountView), total };
  });

  mount(app, adminRoutes.showAccount, guard, async ({ caller, params }) => {
    const shown = await accountDetail(deps, params.id);
    await recordView(database, caller.actor, { kind: 'account', id: params.id }, params.id);
    return shown;
  });

  mount(app, adminRoutes.createAccount, guard, async ({ caller, body }) => {
    const account = orRefuse(await createAccount(database, deps.vault, body, caller.actor));
    await inviteAccount(deps, account);
    return accountView(account);
  });

  mount(app, adminRoutes.disableAccount, guard, async ({ caller, params, body }) =>
    accountView(orRefuse(await changeAccountState(database, params.id, 'disabled', body.reason, caller.actor))),
  );
  mount(app, adminRoutes.enableAccount, guard, async ({ caller, params, body }) =>
    accountView(orRefuse(await changeAccountState(database, params.id, 'active', body.reason, caller.actor))),
  );

  mount(app, adminRoutes.createToken, guard, async ({ caller, body, idempotencyKey }) => {
    const certificate =
      body.certificate === undefined
        ? undefined
        : { ...body.certificate, expiresAt: new Date(body.certificate.expiresAt) };
    const { account: accountId, service: serviceId, type } = body;
    return tokenView(await giveToken(deps, caller, { accountId, serviceId, type, certificate }, idempotencyKey, body));
  });
}
