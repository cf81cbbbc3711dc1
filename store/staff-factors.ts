import { refusal, type Refusal } from '../domain/refusals.ts';
import type { Actor } from '../domain/words.ts';
import { writeAudit } from './audit.ts';
import { inTransaction, type Database } from './database.ts';
import { staffCollection, type StaffDoc } from './staff.ts';
import { endStaffSessions } from './staff-state.ts';

/**
 * Takes a lost second factor away from a member of staff, who has to set up another at the next sign-in. Their sessions end: whoever
 * has them was let in by the factor that is gone.
 */
export function removeSecondFactor(database: Database, email: string, actor: Actor): Promise<StaffDoc | Refusal> {
  const staff = staffCollection(database);
  return inTransaction(database, async (session) => {
    const at = new Date();
    const member = await staff.findOneAndUpdate(
      { email },
      { $set: { twoFactorEnabled: false, updatedAt: at } },
      { session, returnDocument: 'before' },
    );
    if (member === null) return refusal('not-found');
    await database.db.collection('staffTwoFactors').deleteMany({ userId: member._id }, { session });
    await endStaffSessions(database, member._id, session);
    const object = { kind: 'staff' as const, id: member._id };
    const detail = { had: member.twoFactorEnabled };
    await writeAudit(
      database,
      { at, what: 'staff.second-factor-removed', actor, object, account: null, detail },
      session,
    );
    return member;
  });
}
