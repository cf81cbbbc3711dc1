import type { Database } from './database.ts';
import type { RecoveryDoc } from './documents.ts';

/** Names of those who appear in a recovery's timeline, by id. */
export async function namesOf(database: Database, recovery: RecoveryDoc): Promise<Map<string, string>> {
  const actors = recovery.timeline.map(({ actor }) => actor);
  const staffIds = actors.filter(({ kind }) => kind === 'staff').map(({ id }) => id);
  const deviceIds = actors.filter(({ kind }) => kind === 'device').map(({ id }) => id);
  const [staff, devices] = await Promise.all([
    staffIds.length === 0
      ? []
      : database.db
          .collection<{ _id: string; name: string }>('staffUsers')
          .find({ _id: { $in: staffIds } })
          .toArray(),
    deviceIds.length === 0
      ? []
      : database.devices.find({ _id: { $in: deviceIds } }, { projection: { model: 1, shortId: 1 } }).toArray(),
  ]);
  return new Map<string, string>([
    [recovery.account.id, recovery.account.name],
    ['latchkey', 'Latchkey'],
    ...staff.map(({ _id, name }) => [_id, name] as const),
    ...devices.map(({ _id, model, shortId }) => [_id, `${model} (ID ${shortId})`] as const),
  ]);
}
