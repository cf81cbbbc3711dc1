import type { ClientSession } from 'mongodb';
import { defaultRestoration, type RestorationPolicy } from '../domain/restoration.ts';
import { defaultTransfer, type TransferPolicy } from '../domain/transfer.ts';
import { defaultRecreation, type RecreationPolicy } from '../domain/recreation.ts';
import type { Actor } from '../domain/words.ts';
import { writeAudit } from './audit.ts';
import { inTransaction, type Database } from './database.ts';
import type { PolicyDoc } from './identity-documents.ts';

/** What the administrator decides, in parts that are changed one at a time. */
export interface Decided {
  restoration: RestorationPolicy;
  transfer: TransferPolicy;
  recreation: RecreationPolicy;
}

/** The version in force; before the administrator has ever changed it, version 1 is the default and has no document. */
export async function currentPolicy(database: Database, session?: ClientSession): Promise<PolicyDoc | null> {
  return database.policies.findOne({}, { sort: { _id: -1 }, ...(session === undefined ? {} : { session }) });
}

function decidedIn(policy: PolicyDoc | null): Decided {
  return {
    restoration: policy?.restoration ?? defaultRestoration,
    transfer: policy?.transfer ?? defaultTransfer,
    recreation: policy?.recreation ?? defaultRecreation,
  };
}

/** Read anew each time it matters: a change takes effect with its commit, in every process. */
export async function restorationPolicy(database: Database, session?: ClientSession): Promise<RestorationPolicy> {
  return decidedIn(await currentPolicy(database, session)).restoration;
}

export async function transferPolicy(database: Database, session?: ClientSession): Promise<TransferPolicy> {
  return decidedIn(await currentPolicy(database, session)).transfer;
}

export async function recreationPolicy(database: Database, session?: ClientSession): Promise<RecreationPolicy> {
  return decidedIn(await currentPolicy(database, session)).recreation;
}

/** Versions are numbered without gaps: of two changes at once, the second is tried again upon the first. */
export function changePolicy<P extends keyof Decided>(
  database: Database,
  part: P,
  wanted: Decided[P],
  reason: string,
  actor: Actor,
  name: string,
): Promise<PolicyDoc> {
  return inTransaction(database, async (session) => {
    const before = await currentPolicy(database, session);
    const decided = decidedIn(before);
    const at = new Date();
    const changed: PolicyDoc = {
      _id: (before?._id ?? 1) + 1,
      ...decided,
      [part]: wanted,
      changedAt: at,
      changedBy: { id: actor.id, name },
      reason,
    };
    await database.policies.insertOne(changed, { session });
    await writeAudit(
      database,
      {
        at,
        what: `policy.${part}-changed`,
        actor,
        object: { kind: 'policy', id: String(changed._id) },
        account: null,
        detail: { before: decided[part], after: wanted },
        reason,
      },
      session,
    );
    return changed;
  });
}
