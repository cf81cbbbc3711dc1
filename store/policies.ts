import type { ClientSession } from 'mongodb';
import { defaultRestoration, type RestorationPolicy } from '../domain/restoration.ts';
import type { Actor } from '../domain/words.ts';
import { writeAudit } from './audit.ts';
import { inTransaction, type Database } from './database.ts';
import type { PolicyDoc } from './documents.ts';

/** The version in force; before the administrator has ever changed it, version 1 is the default and has no document. */
export async function currentPolicy(database: Database, session?: ClientSession): Promise<PolicyDoc | null> {
  return database.policies.findOne({}, { sort: { _id: -1 }, ...(session === undefined ? {} : { session }) });
}

/** Read anew each time it matters: a change takes effect with its commit, in every process. */
export async function restorationPolicy(database: Database, session?: ClientSession): Promise<RestorationPolicy> {
  return (await currentPolicy(database, session))?.restoration ?? defaultRestoration;
}

/** Versions are numbered without gaps: of two changes at once, the second is tried again upon the first. */
export function changeRestorationPolicy(
  database: Database,
  restoration: RestorationPolicy,
  reason: string,
  actor: Actor,
  name: string,
): Promise<PolicyDoc> {
  return inTransaction(database, async (session) => {
    const before = await currentPolicy(database, session);
    const at = new Date();
    const changed: PolicyDoc = {
      _id: (before?._id ?? 1) + 1,
      restoration,
      changedAt: at,
      changedBy: { id: actor.id, name },
      reason,
    };
    await database.policies.insertOne(changed, { session });
    await writeAudit(
      database,
      {
        at,
        what: 'policy.restoration-changed',
        actor,
        object: { kind: 'policy', id: String(changed._id) },
        account: null,
        detail: { before: before?.restoration ?? defaultRestoration, after: restoration },
        reason,
      },
      session,
    );
    return changed;
  });
}
