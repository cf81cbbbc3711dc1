import type { Hono } from 'hono';
import { adminRoutes } from '../../contracts/routes/admin.ts';
import { writeAudit } from '../../store/audit.ts';
import type { ApiDependencies } from '../dependencies.ts';
import type { StaffCaller } from '../guards.ts';
import { mount, type Guard } from '../mount.ts';
import { refuse } from '../problem.ts';
import { isStaffCode } from '../sign-in/staff-code.ts';
import { isStaffPassword } from '../sign-in/password.ts';

/** Staff confirm who they are before what cannot be undone (S-05). */
export function adminStepUp(app: Hono, deps: ApiDependencies, guard: Guard<StaffCaller>): void {
  const { database, policy } = deps;
  mount(app, adminRoutes.stepUp, guard, async ({ caller, body, c }) => {
    const { actor, hasSecondFactor } = caller;
    await deps.rateLimits.answers(actor.id);
    const isRight =
      (await isStaffPassword(deps, actor.id, body.password)) &&
      (!hasSecondFactor ||
        (body.code !== undefined && (await isStaffCode(deps, actor.id, c.req.raw.headers, body.code))));
    const object = { kind: 'staff' as const, id: actor.id };
    const what = isRight ? 'staff.stepped-up' : 'staff.step-up-refused';
    await writeAudit(database, { at: new Date(), what, actor, object, account: null });
    if (!isRight) return refuse('sign-in-failed');
    const until = new Date(Date.now() + policy.limits.stepUpWithinMs);
    await database.stepUps.replaceOne({ _id: actor.session ?? '' }, { until }, { upsert: true });
    return { until: until.toISOString() };
  });
}
