import type { Hono } from 'hono';
import { adminRoutes } from '../../contracts/routes/admin.ts';
import { verifyAudit } from '../../store/audit-seals.ts';
import { writeAudit } from '../../store/audit.ts';
import { beginsWith } from '../../store/accounts.ts';
import type { ApiDependencies } from '../dependencies.ts';
import type { StaffCaller } from '../guards.ts';
import { mount, type Guard } from '../mount.ts';

/** The audit, and whether it is whole. */
export function adminAudit(
  app: Hono,
  { database, auditKey, settings }: ApiDependencies,
  guard: Guard<StaffCaller>,
): void {
  mount(app, adminRoutes.listAudit, guard, async ({ query: { page, perPage, object, account, what } }) => {
    const filter = {
      ...(object === undefined ? {} : { 'object.id': object }),
      ...(account === undefined ? {} : { account }),
      ...(what === undefined ? {} : { what: beginsWith(what) }),
    };
    const rows = await database.audit
      .find(filter)
      .sort({ at: -1, _id: -1 })
      .skip((page - 1) * perPage)
      .limit(perPage)
      .toArray();
    const total = await database.audit.countDocuments(filter, { limit: 10_000 });
    const seals = await database.seals.find({ 'records.id': { $in: rows.map(({ _id }) => _id) } }).toArray();
    const sealed = new Set(seals.flatMap(({ records }) => records.map(({ id }) => id)));
    return {
      rows: rows.map(({ _id, at, reason, ...record }) => ({
        ...record,
        id: _id,
        at: at.toISOString(),
        ...(reason === null ? {} : { reason }),
        sealed: sealed.has(_id),
      })),
      total,
    };
  });
  mount(app, adminRoutes.verifyAudit, guard, async ({ caller }) => {
    const { seals, records, unsealed, fault } = await verifyAudit(
      database,
      auditKey.publicKey,
      settings.LATCHKEY_CHECKPOINT_FILE,
    );
    await writeAudit(database, {
      at: new Date(),
      what: 'audit.verified',
      actor: caller.actor,
      object: { kind: 'audit', id: 'chain' },
      account: null,
      detail: { isIntact: fault === null },
    });
    return { isIntact: fault === null, seals, records, unsealed, fault };
  });
}
