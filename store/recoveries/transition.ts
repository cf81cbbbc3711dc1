import type { ClientSession, UpdateFilter } from 'mongodb';
import type { StepId } from '../../domain/guides.ts';
import type { Refusal } from '../../domain/refusals.ts';
import type { Actor } from '../../domain/words.ts';
import { writeAudit } from '../audit.ts';
import { inTransaction, type Database } from '../database.ts';
import { isDuplicateKey } from '../errors.ts';
import type { RecoveryDoc } from '../documents.ts';

/** One numbered change of a recovery. `recoveryId/seq` is its id everywhere: timeline, audit, mail. */
export interface Transition {
  recoveryId: string;
  /** From 1, without gaps: the workflow counts. */
  seq: number;
  actor: Actor;
  reason?: string;
}

export function transitionId({ recoveryId, seq }: Pick<Transition, 'recoveryId' | 'seq'>): string {
  return `${recoveryId}/${String(seq)}`;
}

/** Someone was first, or we were: the recovery is no longer at the version this transition starts from. */
class NotAtVersion extends Error {}

class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.refused);
  }
}

/** Leaves the transaction without effect. */
export function refuseInTransaction(refusal: Refusal): never {
  throw new Refused(refusal);
}

/**
 * Runs a transition as one transaction. Running it again changes nothing and gives the same answer (design.md, principle 1).
 * @param again the answer, read from a recovery that has this transition behind it
 */
export async function once<T>(
  database: Database,
  transition: Transition,
  work: (session: ClientSession) => Promise<T>,
  again: (recovery: RecoveryDoc) => T,
): Promise<T | Refusal> {
  try {
    return await inTransaction(database, work);
  } catch (error) {
    if (!(error instanceof Refused) && !(error instanceof NotAtVersion) && !isDuplicateKey(error)) throw error;
    const recovery = await database.recoveries.findOne({ _id: transition.recoveryId });
    // First whether it has happened already: what it needed then, such as a free token, it may itself have taken.
    if (recovery !== null && recovery.version >= transition.seq) return again(recovery);
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

export interface Change {
  at: Date;
  /** The step the recovery is at afterwards. */
  step: StepId;
  what: string;
  note?: string;
  detail?: Record<string, unknown>;
  update?: UpdateFilter<RecoveryDoc>;
}

/** Applies a change to the recovery, with its timeline entry and its audit record. */
export async function advance(
  database: Database,
  transition: Transition,
  { at, step, what, note, detail, update = {} }: Change,
  session: ClientSession,
): Promise<RecoveryDoc> {
  const { recoveryId, seq, actor, reason } = transition;
  const said = reason ?? note;
  const item = { seq, at, step, what, actor, ...(said === undefined ? {} : { note: said }) };
  const recovery = await database.recoveries.findOneAndUpdate(
    { _id: recoveryId, version: seq - 1 },
    {
      ...update,
      $set: { ...update.$set, version: seq, step },
      $push: { timeline: item },
      ...(update.$set !== undefined && 'trouble' in update.$set ? {} : { $unset: { trouble: '' } }),
    },
    { session, returnDocument: 'after' },
  );
  if (recovery === null) throw new NotAtVersion(transitionId(transition));
  await writeAudit(
    database,
    {
      id: transitionId(transition),
      at,
      what: `recovery.${what}`,
      actor,
      object: { kind: 'recovery', id: recoveryId },
      account: recovery.account.id,
      detail: { kind: recovery.kind, state: recovery.state, step, ...detail },
      ...(said === undefined ? {} : { reason: said }),
    },
    session,
  );
  return recovery;
}

/** What the timeline says this transition did. An answer that is asked for again is read from here. */
export function timelineOf(recovery: RecoveryDoc, seq: number): string {
  const item = recovery.timeline.find((entry) => entry.seq === seq);
  if (item === undefined) throw new Error(`${recovery._id} has no transition ${String(seq)}`);
  return item.what;
}

/** A refusal changes nothing, but it is on record (security.md A-01). */
export async function auditRefusal(
  database: Database,
  transition: Transition,
  refusal: Refusal,
  object: { kind: 'token' | 'device' | 'account'; id: string },
  account: string,
): Promise<void> {
  await writeAudit(database, {
    id: `${transitionId(transition)}/refused`,
    at: new Date(),
    what: 'recovery.refused',
    actor: transition.actor,
    object,
    account,
    detail: { refused: refusal.refused },
  }).catch((error: unknown) => {
    if (!isDuplicateKey(error)) throw error;
  });
}
