import { openStates } from '../../domain/words.ts';
import type { Database } from '../database.ts';

/** Notes what keeps failing. Not a transition: it tells how a step fares, and changes none. */
export async function recordActivityTrouble(
  database: Database,
  recoveryId: string,
  { activity, attempts, lastError }: { activity: string; attempts: number; lastError: string },
): Promise<void> {
  const now = new Date();
  await database.recoveries.updateOne(
    { _id: recoveryId, $or: [{ 'trouble.cause': { $exists: false } }, { 'trouble.cause': 'activity-failing' }] },
    [
      {
        $set: {
          trouble: {
            cause: 'activity-failing',
            since: { $cond: [{ $eq: ['$trouble.cause', 'activity-failing'] }, '$trouble.since', now] },
            activity,
            attempts,
            lastError: { $literal: lastError },
          },
        },
      },
    ],
  );
}

export async function clearActivityTrouble(database: Database, recoveryId: string): Promise<void> {
  await database.recoveries.updateOne(
    { _id: recoveryId, 'trouble.cause': 'activity-failing' },
    { $unset: { trouble: '' } },
  );
}

/** A message of an open recovery came back: its owner waits for nothing. */
export async function recordBounce(database: Database, recoveryId: string, detail: string): Promise<void> {
  await database.recoveries.updateOne(
    { _id: recoveryId, endedAt: null },
    { $set: { trouble: { cause: 'mail-bounced', since: new Date(), lastError: detail.slice(0, 200) } } },
  );
}

/** Recoveries that should have ended by now and have not. */
export async function overdueRecoveries(database: Database, before: Date): Promise<string[]> {
  const overdue = await database.recoveries
    .find({ state: { $in: [...openStates] }, deadline: { $lt: before } }, { projection: { _id: 1 } })
    .limit(200)
    .toArray();
  return overdue.map(({ _id }) => _id);
}
