import type { Hono } from 'hono';
import { adminRoutes } from '../../contracts/routes/admin.ts';
import { otpTypes } from '../../domain/words.ts';
import { changeToken } from '../../store/tokens.ts';
import type { ApiDependencies } from '../dependencies.ts';
import type { StaffCaller } from '../guards.ts';
import { mount, type Guard } from '../mount.ts';
import { tellOwner } from '../owner-letters.ts';
import { orRefuse, refuse } from '../problem.ts';
import { tokenView } from './account-detail.ts';
import { giveToken } from './giving-tokens.ts';

/** Guide 002, "To transfer to another user": the token is deleted there, and a new one of its service given here. */
export function adminReassignments(app: Hono, deps: ApiDependencies, guard: Guard<StaffCaller>): void {
  const { database, settings } = deps;

  mount(app, adminRoutes.reassignToken, guard, async ({ caller, params, body, idempotencyKey }) => {
    const token = await database.tokens.findOne({ _id: params.id, type: { $in: [...otpTypes] } });
    const account = await database.accounts.findOne({ _id: body.account, state: 'active' });
    if (token === null || token.type === 'identity' || account === null || token.accountId === account._id)
      return refuse('not-found');
    const { accountId, service, type, state } = token;
    if (state === 'deleted') {
      // Asked again after a lost answer, the first half is done already; a token that was deleted for any other reason is gone.
      const deleted = { what: 'token.deleted', 'object.id': token._id, 'detail.reassignedTo': account._id };
      if ((await database.audit.findOne(deleted)) === null) return refuse('not-found');
    } else {
      orRefuse(
        await changeToken(database, accountId, token._id, 'deleted', caller.actor, {
          reason: body.reason,
          detail: { reassignedTo: account._id },
        }),
      );
      const facts = {
        type,
        service: service.name,
        change: 'deleted' as const,
        at: Date.now(),
        portalUrl: settings.PORTAL_URL,
      };
      await tellOwner(deps, accountId, { template: 'token-changed', facts });
    }
    const wanted = { accountId: account._id, serviceId: service.id, type, certificate: undefined };
    const key = idempotencyKey ?? `reassigned-${token._id}`;
    const onRecord = { reason: body.reason, detail: { reassignedFrom: token._id } };
    return tokenView(await giveToken(deps, caller, wanted, key, body, onRecord));
  });
}
