import type { Hono } from 'hono';
import { adminRoutes } from '../../contracts/routes/admin.ts';
import { refusal } from '../../domain/refusals.ts';
import { changeIdentity } from '../../store/identities.ts';
import { unpairDevice } from '../../store/identity-devices.ts';
import { disableRestoration } from '../../store/restore-function.ts';
import type { ApiDependencies } from '../dependencies.ts';
import type { StaffCaller } from '../guards.ts';
import { mount, type Guard } from '../mount.ts';
import { tellOwner } from '../owner-letters.ts';
import { orRefuse } from '../problem.ts';
import { tellOfUnpairing } from '../unpairing.ts';
import { accountDetail } from './account-detail.ts';

/** What staff do with the identity of a caller: each with how the caller was verified, and a reason. */
export function adminIdentities(app: Hono, deps: ApiDependencies, guard: Guard<StaffCaller>): void {
  const { database, settings } = deps;

  mount(app, adminRoutes.disableRestoration, guard, async ({ caller, params, body }) => {
    const { actor } = caller;
    orRefuse(await disableRestoration(database, params.id, actor, onRecord(body)));
    await tellOwner(deps, params.id, {
      template: 'restore-code-changed',
      facts: {
        change: 'disabled',
        by: 'support',
        reason: body.reason,
        at: Date.now(),
        address: '',
        portalUrl: settings.PORTAL_URL,
      },
    });
    return accountDetail(deps, params.id);
  });

  mount(app, adminRoutes.unpairDevice, guard, async ({ caller, params, body }) => {
    const { actor } = caller;
    const unpaired = orRefuse(
      await unpairDevice(database, params.id, params.device, body.confirmLast, actor, onRecord(body)),
    );
    await tellOfUnpairing(deps, params.id, unpaired, actor, body.reason);
    return accountDetail(deps, params.id);
  });

  const change = async (caller: StaffCaller, accountId: string, to: 'active' | 'disabled', reason: string) => {
    const from = to === 'active' ? ('disabled' as const) : ('active' as const);
    const what = to === 'active' ? ('enabled' as const) : ('disabled' as const);
    const update = { what: `token.${what}`, update: { $set: { state: to } }, where: { state: from }, reason };
    const identity = orRefuse(
      await changeIdentity(database, accountId, update, caller.actor, refusal('token-not-ready')),
    );
    const facts = {
      type: identity.type,
      service: identity.service.name,
      change: what,
      at: Date.now(),
      portalUrl: settings.PORTAL_URL,
    };
    await tellOwner(deps, accountId, { template: 'token-changed', facts });
    return accountDetail(deps, accountId);
  };
  mount(app, adminRoutes.disableIdentity, guard, ({ caller, params, body }) =>
    change(caller, params.id, 'disabled', onRecord(body)),
  );
  mount(app, adminRoutes.enableIdentity, guard, ({ caller, params, body }) =>
    change(caller, params.id, 'active', onRecord(body)),
  );
}

function onRecord({ callerCheck, reason }: { callerCheck: { how: string; note: string }; reason: string }): string {
  return `${reason} (caller verified: ${callerCheck.how}; ${callerCheck.note})`;
}
