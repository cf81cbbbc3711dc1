import type { Hono } from 'hono';
import type { z } from 'zod';
import type { ListedStaffMember } from '../../contracts/accounts.ts';
import { adminRoutes } from '../../contracts/routes/admin.ts';
import { staffTurnsOf } from '../../domain/actions.ts';
import { beginsWith } from '../../store/accounts.ts';
import { createStaffMember, staffCollection, type StaffDoc } from '../../store/staff.ts';
import { changeStaffState } from '../../store/staff-state.ts';
import type { ApiDependencies } from '../dependencies.ts';
import type { StaffCaller } from '../guards.ts';
import { mount, type Guard } from '../mount.ts';
import { orRefuse } from '../problem.ts';

/** Staff and their roles. */
export function adminStaff(
  app: Hono,
  deps: ApiDependencies,
  guard: Guard<StaffCaller>,
  selfGuard: Guard<StaffCaller>,
): void {
  const { database, staffRealm } = deps;
  const staff = staffCollection(database);

  mount(app, adminRoutes.me, selfGuard, ({ caller: { actor, name, email, role, hasSecondFactor } }) =>
    Promise.resolve({ id: actor.id, name, email, role, hasSecondFactor }),
  );
  mount(app, adminRoutes.listStaff, guard, async ({ caller, query: { page, perPage, search } }) => {
    const filter = search === undefined ? {} : { email: beginsWith(search) };
    const [rows, total] = await Promise.all([
      staff
        .find(filter)
        .sort({ email: 1 })
        .skip((page - 1) * perPage)
        .limit(perPage)
        .toArray(),
      staff.countDocuments(filter),
    ]);
    return { rows: rows.map((member) => view(member, caller)), total };
  });
  mount(app, adminRoutes.createStaffMember, guard, async ({ caller, body: { password, ...member } }) => {
    const { password: hasher } = await staffRealm.$context;
    return view(orRefuse(await createStaffMember(database, member, await hasher.hash(password), caller.actor)), caller);
  });

  mount(app, adminRoutes.disableStaffMember, guard, async ({ caller, params, body }) =>
    view(orRefuse(await changeStaffState(database, params.id, 'disabled', body.reason, caller.actor)), caller),
  );
  mount(app, adminRoutes.enableStaffMember, guard, async ({ caller, params, body }) =>
    view(orRefuse(await changeStaffState(database, params.id, 'active', body.reason, caller.actor)), caller),
  );
}

function view(
  { _id: id, name, email, role, twoFactorEnabled, state = 'active' }: StaffDoc,
  { actor, role: ownRole }: StaffCaller,
): z.input<typeof ListedStaffMember> {
  const actions = staffTurnsOf({ id, state }, { id: actor.id, role: ownRole });
  return { id, name, email, role, hasSecondFactor: twoFactorEnabled, state, actions };
}
