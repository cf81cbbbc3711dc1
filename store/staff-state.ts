import type { ClientSession } from 'mongodb';
import { refusal, type Refusal } from '../domain/refusals.ts';
import type { Actor } from '../domain/words.ts';
import { voidApprovalsOf } from './approvals.ts';
import { writeAudit } from './audit.ts';
import { inTransaction, type Database } from './database.ts';
import { notDisabled, staffCollection, type StaffDoc } from './staff.ts';

/**
 * Disables a member of staff or enables them again (S-07). Only an active administrator does, and nobody to themselves: so one
 * administrator always stays.
 */
export function changeStaffState(
  database: Database,
  staffId: string,
  state: NonNullable<StaffDoc['state']>,
  reason: string,
  actor: Actor,
): Promise<StaffDoc | Refusal> {
  const staff = staffCollection(database);
  return inTransaction(database, async (session) => {
    const before = await staff.findOne({ _id: staffId }, { session });
    if (before === null) return refusal('not-found');
    if (staffId === actor.id) return refusal('not-yourself');
    const at = new Date();
    // Written, not only read: else two administrators who disable each other in the same instant would both succeed.
    const decider = await staff.updateOne(
      { _id: actor.id, role: 'administrator', ...notDisabled },
      { $set: { updatedAt: at } },
      { session },
    );
    if (decider.matchedCount === 0) return refusal('unauthenticated');
    if ((before.state ?? 'active') === state) return before;
    await staff.updateOne({ _id: staffId }, { $set: { state, updatedAt: at } }, { session });
    // Also when enabled: what slipped in while they were being disabled does not come alive again.
    await endStaffSessions(database, staffId, session);
    await voidApprovalsOf(database, staffId, at, actor, session);
    const what = state === 'disabled' ? 'staff.disabled' : 'staff.enabled';
    const object = { kind: 'staff' as const, id: staffId };
    const detail = { role: before.role };
    await writeAudit(database, { at, what, actor, object, account: null, detail, reason }, session);
    return { ...before, state, updatedAt: at };
  });
}

/** With the sign-ins that wait for a second factor. */
export async function endStaffSessions({ db }: Database, staffId: string, session: ClientSession): Promise<void> {
  await db.collection('staffSessions').deleteMany({ userId: staffId }, { session });
  await db.collection('staffVerifications').deleteMany({ value: staffId }, { session });
}
