import type { Hono } from 'hono';
import type { z } from 'zod';
import type { Approval } from '../../contracts/restoration.ts';
import { adminRoutes } from '../../contracts/routes/admin.ts';
import { decideApproval, findApprovals, requestApproval } from '../../store/approvals.ts';
import type { ApprovalDoc } from '../../store/identity-documents.ts';
import { identityOf } from '../../store/identities.ts';
import { restorationPolicy } from '../../store/policies.ts';
import type { ApiDependencies } from '../dependencies.ts';
import type { StaffCaller } from '../guards.ts';
import { mount, type Guard } from '../mount.ts';
import { orRefuse, refuse } from '../problem.ts';

/** What needs a second person (S-06). */
export function adminApprovals(app: Hono, deps: ApiDependencies, guard: Guard<StaffCaller>): void {
  const { database, policy } = deps;

  mount(app, adminRoutes.listApprovals, guard, async ({ caller, query }) => {
    const { rows, total } = await findApprovals(database, (query.page - 1) * query.perPage, query.perPage);
    return { rows: rows.map((approval) => view(approval, caller)), total };
  });

  mount(app, adminRoutes.requestApproval, guard, async ({ caller, body }) => {
    const account = await database.accounts.findOne({ _id: body.account });
    const identity = account === null ? null : await identityOf(database, account._id);
    if (account === null || identity === null) return refuse('not-found');
    if (!(await restorationPolicy(database)).isOn) return refuse('restoration-off');
    const requestedBy = { id: caller.actor.id, name: caller.name };
    return view(await requestApproval(database, policy, { ...body, account }, requestedBy, caller.actor), caller);
  });

  const decide = async (caller: StaffCaller, id: string, decision: 'approved' | 'refused') => {
    const decider = { id: caller.actor.id, name: caller.name, email: caller.email };
    return view(orRefuse(await decideApproval(database, id, decision, decider, caller.actor)), caller);
  };
  mount(app, adminRoutes.approve, guard, ({ caller, params }) => decide(caller, params.id, 'approved'));
  mount(app, adminRoutes.refuseApproval, guard, ({ caller, params }) => decide(caller, params.id, 'refused'));
}

function view(approval: ApprovalDoc, { actor, role, email }: StaffCaller): z.input<typeof Approval> {
  const { _id, action, way, account, callerCheck, reason, requestedBy, requestedAt, expiresAt, decidedBy } = approval;
  const isOver = expiresAt <= new Date();
  const state = isOver && (approval.state === 'waiting' || approval.state === 'approved') ? 'expired' : approval.state;
  const isOwn = requestedBy.id === actor.id;
  return {
    id: _id,
    action,
    way,
    account: { id: account.id, userName: account.userName },
    callerCheck,
    reason,
    state,
    requestedBy,
    requestedAt: requestedAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    decidedBy,
    mayDecide: state === 'waiting' && role === 'supervisor' && !isOwn && account.email !== email.toLowerCase(),
    mayUse: state === 'approved' && isOwn && role === 'supervisor',
  };
}
