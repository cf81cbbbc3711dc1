import type { ClientSession, Collection } from 'mongodb';
import { refusal, type Refusal } from '../domain/refusals.ts';
import type { Actor, StaffRole } from '../domain/words.ts';
import { writeAudit } from './audit.ts';
import { inTransaction, type Database } from './database.ts';
import { newId } from './ids.ts';

/** A user of the staff realm, as better-auth keeps it. */
export interface StaffDoc {
  _id: string;
  name: string;
  email: string;
  emailVerified: boolean;
  role: StaffRole;
  twoFactorEnabled: boolean;
  /** Absent until somebody disables or enables them. */
  state?: 'active' | 'disabled';
  createdAt: Date;
  updatedAt: Date;
}

export function staffCollection(database: Database): Collection<StaffDoc> {
  return database.db.collection<StaffDoc>('staffUsers');
}

export const notDisabled = { state: { $ne: 'disabled' as const } };

export async function isDisabledStaff(database: Database, staffId: string, session?: ClientSession): Promise<boolean> {
  const found = await staffCollection(database).findOne(
    { _id: staffId, state: 'disabled' },
    { projection: { _id: 1 }, ...(session === undefined ? {} : { session }) },
  );
  return found !== null;
}

/** @param passwordHash as the staff realm hashes it */
export function createStaffMember(
  database: Database,
  { name, email, role }: { name: string; email: string; role: StaffRole },
  passwordHash: string,
  actor: Actor,
): Promise<StaffDoc | Refusal> {
  const at = new Date();
  const member: StaffDoc = {
    _id: newId('stf'),
    name,
    email,
    emailVerified: true,
    role,
    twoFactorEnabled: false,
    createdAt: at,
    updatedAt: at,
  };
  return inTransaction(database, async (session) => {
    if ((await staffCollection(database).findOne({ email }, { session })) !== null) return refusal('already-exists');
    await staffCollection(database).insertOne(member, { session });
    await insertCredential(database, 'staff', member._id, passwordHash, at, session);
    await writeAudit(
      database,
      { at, what: 'staff.created', actor, object: { kind: 'staff', id: member._id }, account: null, detail: { role } },
      session,
    );
    return member;
  });
}

/** A password for a user of a realm, in the shape better-auth reads. */
export async function insertCredential(
  database: Database,
  realm: 'staff' | 'portal',
  userId: string,
  passwordHash: string,
  at: Date,
  session: Parameters<typeof writeAudit>[2],
): Promise<void> {
  const credential = {
    _id: newId('aud'),
    userId,
    accountId: userId,
    providerId: 'credential',
    password: passwordHash,
    createdAt: at,
    updatedAt: at,
  };
  await database.db
    .collection<typeof credential>(`${realm}Credentials`)
    .insertOne(credential, session === undefined ? {} : { session });
}
