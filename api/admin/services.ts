import type { Hono } from 'hono';
import { adminRoutes } from '../../contracts/routes/admin.ts';
import { beginsWith } from '../../store/accounts.ts';
import type { ServiceDoc } from '../../store/documents.ts';
import { createService } from '../../store/services.ts';
import type { ApiDependencies } from '../dependencies.ts';
import type { StaffCaller } from '../guards.ts';
import { mount, type Guard } from '../mount.ts';
import { orRefuse } from '../problem.ts';

/** Services that tokens sign in to. */
export function adminServices(app: Hono, { database }: ApiDependencies, guard: Guard<StaffCaller>): void {
  mount(app, adminRoutes.listServices, guard, async ({ query: { page, perPage, search } }) => {
    const filter = search === undefined ? {} : { name: beginsWith(search) };
    const collation = { locale: 'en', strength: 2 };
    const found = database.services.find(filter).collation(collation).sort({ name: 1 });
    const [rows, total] = await Promise.all([
      found
        .skip((page - 1) * perPage)
        .limit(perPage)
        .toArray(),
      database.services.countDocuments(filter, { collation }),
    ]);
    return { rows: rows.map(view), total };
  });
  mount(app, adminRoutes.createService, guard, async ({ caller, body }) => {
    const { service, verifyKey } = orRefuse(await createService(database, body.name, caller.actor));
    return { ...view(service), verifyKey };
  });
}

function view({ _id, name, createdAt }: ServiceDoc) {
  return { id: _id, name, createdAt: createdAt.toISOString() };
}
