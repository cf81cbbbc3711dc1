import type { Hono } from 'hono';
import { portalRoutes } from '../../contracts/routes/portal.ts';
import type { MigrationInput } from '../../workflows/messages.ts';
import type { ApiDependencies } from '../dependencies.ts';
import type { AccountHolder } from '../guards.ts';
import { mount, type Guard } from '../mount.ts';
import { cancelOwn, confirmWithCode, resendOwn, showOwn, showOwnAll } from '../own-recoveries.ts';
import { startRecovery } from '../running-recoveries.ts';

/** MIGRATE and what follows in the portal (guide 000). */
export function portalRecoveries(app: Hono, deps: ApiDependencies, guard: Guard<AccountHolder>): void {
  mount(app, portalRoutes.startMigration, guard, async ({ caller, params, idempotencyKey }) => {
    const { accountId, actor, browser } = caller;
    const occasion = { principal: accountId, route: 'migration', idempotencyKey, body: { token: params.id } };
    const id = await startRecovery<MigrationInput>(deps, 'migration', occasion, {
      accountId,
      actor,
      tokenId: params.id,
      boundTo: browser,
    });
    return showOwn(deps, caller, id);
  });
  mount(app, portalRoutes.listRecoveries, guard, async ({ caller }) => ({
    recoveries: await showOwnAll(deps, caller),
  }));
  mount(app, portalRoutes.showRecovery, guard, ({ caller, params }) => showOwn(deps, caller, params.id));
  mount(app, portalRoutes.enterMailCode, guard, async ({ caller, params, body }) => {
    await confirmWithCode(deps, caller, params.id, caller.browser, body.code);
    return showOwn(deps, caller, params.id);
  });
  mount(app, portalRoutes.resendMailCode, guard, async ({ caller, params, idempotencyKey }) => {
    await resendOwn(deps, caller, params.id, caller.browser, idempotencyKey);
    return showOwn(deps, caller, params.id);
  });
  mount(app, portalRoutes.cancelRecovery, guard, async ({ caller, params, body }) => {
    await cancelOwn(deps, caller, params.id, body.at);
    return showOwn(deps, caller, params.id);
  });
}
