import type { ClientSession } from 'mongodb';
import type { Database } from '../database.ts';
import type { RecoveryDoc } from '../documents.ts';

/** The reservations of a recovery's tokens say what the recovery says: the portal's list of tokens reads them alone. */
export async function reservationsFollow(
  database: Database,
  { _id, state, deadline }: RecoveryDoc,
  session: ClientSession,
): Promise<void> {
  await database.tokens.updateMany(
    { 'reservedBy.id': _id },
    { $set: { 'reservedBy.deadline': deadline, 'reservedBy.state': state } },
    { session },
  );
}
