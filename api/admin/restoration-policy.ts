import type { Hono } from 'hono';
import type { z } from 'zod';
import type { RestorationPolicy } from '../../contracts/restoration.ts';
import { adminRoutes } from '../../contracts/routes/admin.ts';
import { defaultRestoration } from '../../domain/restoration.ts';
import { changePolicy, currentPolicy } from '../../store/policies.ts';
import type { PolicyDoc } from '../../store/identity-documents.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { endRunningRestores } from '../ending-restores.ts';
import type { StaffCaller } from '../guards.ts';
import { mount, type Guard } from '../mount.ts';

/** Guide 001, "Managing Restoration": what the administrator decides. */
export function adminRestorationPolicy(app: Hono, deps: ApiDependencies, guard: Guard<StaffCaller>): void {
  const { database } = deps;

  mount(app, adminRoutes.showRestorationPolicy, guard, async () => view(await currentPolicy(database)));

  mount(app, adminRoutes.changeRestorationPolicy, guard, async ({ caller, body }) => {
    const { reason, ...restoration } = body;
    const changed = await changePolicy(database, 'restoration', restoration, reason, caller.actor, caller.name);
    const mustEnd = !restoration.isOn && restoration.runningWhenOff === 'end';
    // Whatever is left here, should this process end, can change nothing any more and runs into its deadline.
    return { policy: view(changed), ended: mustEnd ? await endRunningRestores(deps, caller.actor) : 0 };
  });
}

function view(policy: PolicyDoc | null): z.input<typeof RestorationPolicy> {
  return {
    ...(policy?.restoration ?? defaultRestoration),
    version: policy?._id ?? 1,
    changedAt: policy?.changedAt.toISOString() ?? null,
    changedBy: policy?.changedBy.name ?? null,
  };
}
