import type { Hono } from 'hono';
import { adminRoutes } from '../../contracts/routes/admin.ts';
import { beginsWith } from '../../store/accounts.ts';
import { createStaffMember, staffCollection, type StaffDoc } from '../../store/staff.ts';
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
  mount(app, adminRoutes.listStaff, guard, async ({ query: { page, perPage, search } }) => {
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
    return { rows: rows.map(view), total };
  });
  mount(app, adminRoutes.createStaffMember, guard, async ({ caller, body: { password, ...member } }) => {
    const { password: hasher } = await staffRealm.$context;
    return view(orRefuse(await createStaffMember(database, member, await hasher.hash(password), caller.actor)));
  });
}

function view({ _id, name, email, role, twoFactorEnabled }: StaffDoc) {
  return { id: _id, name, email, role, hasSecondFactor: twoFactorEnabled };
}
