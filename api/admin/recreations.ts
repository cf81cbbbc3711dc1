import type { Hono } from 'hono';
import type { z } from 'zod';
import type { RecreationPolicy } from '../../contracts/recreation.ts';
import { recreationDeskRoutes } from '../../contracts/routes/recreation.ts';
import { defaultRecreation } from '../../domain/recreation.ts';
import type { PolicyDoc } from '../../store/identity-documents.ts';
import { changePolicy, currentPolicy } from '../../store/policies.ts';
import type { ApiDependencies } from '../dependencies.ts';
import type { StaffCaller } from '../guards.ts';
import { mount, type Guard } from '../mount.ts';
import { refuse } from '../problem.ts';
import { tellAgain } from '../running-recoveries.ts';
import { caseForStaff } from './recoveries.ts';

/** Guide 003 in the console: the administrator's policy, and help for whoever cannot answer the questions. */
export function adminRecreations(app: Hono, deps: ApiDependencies, guard: Guard<StaffCaller>): void {
  const { database } = deps;

  mount(app, recreationDeskRoutes.showRecreationPolicy, guard, async () => view(await currentPolicy(database)));
  mount(app, recreationDeskRoutes.changeRecreationPolicy, guard, async ({ caller, body }) => {
    const { reason, ...recreation } = body;
    return view(await changePolicy(database, 'recreation', recreation, reason, caller.actor, caller.name));
  });

  mount(app, recreationDeskRoutes.verifyCaller, guard, async ({ caller, params, body, idempotencyKey }) => {
    await refuseSubject(caller, params.id);
    const { actor: by, name } = caller;
    await tellAgain(deps, params.id, 'verify-caller', { by, name, ...body.callerCheck }, idempotencyKey);
    return caseForStaff(deps, caller, params.id);
  });
  mount(app, recreationDeskRoutes.decideCaller, guard, async ({ caller, params, body, idempotencyKey }) => {
    await refuseSubject(caller, params.id);
    const decision = { ...body, verifiedAt: Date.parse(body.verifiedAt) };
    await tellAgain(deps, params.id, 'decide-caller', { by: caller.actor, ...decision }, idempotencyKey);
    return caseForStaff(deps, caller, params.id);
  });

  /** Nobody helps themselves (S-06). */
  async function refuseSubject({ email }: StaffCaller, recoveryId: string): Promise<void> {
    const recovery = await database.recoveries.findOne({ _id: recoveryId, kind: 'recreation' });
    if (recovery === null) return refuse('not-found');
    if (recovery.account.email === email.toLowerCase()) return refuse('own-approval');
  }
}

function view(policy: PolicyDoc | null): z.input<typeof RecreationPolicy> {
  return {
    ...(policy?.recreation ?? defaultRecreation),
    version: policy?._id ?? 1,
    changedAt: policy?.changedAt.toISOString() ?? null,
    changedBy: policy?.changedBy.name ?? null,
  };
}
