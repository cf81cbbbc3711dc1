import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { ClientSession } from 'mongodb';
import type { CallerCheck, RestoreCodeWay } from '../contracts/restoration.ts';
import type { Policy } from '../domain/policy.ts';
import { refusal, type Refusal } from '../domain/refusals.ts';
import type { Actor } from '../domain/words.ts';
import { writeAudit } from './audit.ts';
import { inTransaction, type Database } from './database.ts';
import type { AccountDoc, Named } from './documents.ts';
import type { ApprovalDoc } from './identity-documents.ts';
import { newId } from './ids.ts';
import { notDisabled, staffCollection } from './staff.ts';

/** Four eyes (S-06): approver ≠ requester ≠ subject, good for exactly what was asked, once, for half an hour. */

export interface Asked {
  account: Pick<AccountDoc, '_id'>;
  way: RestoreCodeWay;
  callerCheck: CallerCheck;
  reason: string;
}

/** What an approval is pinned to: nothing of it can be exchanged afterwards. */
function parametersOf(requesterId: string, { account, way, callerCheck, reason }: Asked): string {
  const text = canonicalize({ requesterId, account: account._id, way, callerCheck, reason }) ?? '';
  return createHash('sha256').update(text).digest('base64url');
}

export async function requestApproval(
  database: Database,
  policy: Policy,
  asked: Asked & { account: AccountDoc },
  requestedBy: Named,
  actor: Actor,
): Promise<ApprovalDoc> {
  const at = new Date();
  const { account, way, callerCheck, reason } = asked;
  const approval: ApprovalDoc = {
    _id: newId('apr'),
    action: 'restore-code',
    way,
    account: { id: account._id, userName: account.userName, email: account.email },
    callerCheck,
    reason,
    parameters: parametersOf(requestedBy.id, asked),
    state: 'waiting',
    usedFor: null,
    requestedBy,
    requestedAt: at,
    expiresAt: new Date(at.getTime() + policy.limits.approvalWithinMs),
    decidedBy: null,
  };
  await inTransaction(database, async (session) => {
    await database.approvals.insertOne(approval, { session });
    await auditApproval(database, approval, 'approval.requested', actor, session);
  });
  return approval;
}

/** @param decider with the address they sign in by: whoever is the subject decides nothing about themselves */
export function decideApproval(
  database: Database,
  approvalId: string,
  decision: 'approved' | 'refused',
  decider: Named & { email: string },
  actor: Actor,
): Promise<ApprovalDoc | Refusal> {
  return inTransaction(database, async (session) => {
    const found = await database.approvals.findOne({ _id: approvalId }, { session });
    if (found === null) return refusal('not-found');
    const isOwn = found.requestedBy.id === decider.id || found.account.email === decider.email.toLowerCase();
    if (isOwn) return refusal('own-approval');
    const { id, name } = decider;
    const decided = await database.approvals.findOneAndUpdate(
      { _id: approvalId, state: 'waiting', expiresAt: { $gt: new Date() } },
      { $set: { state: decision, decidedBy: { id, name } } },
      { session, returnDocument: 'after' },
    );
    if (decided === null) return refusal('approval-not-valid');
    await auditApproval(database, decided, `approval.${decision}`, actor, session);
    return decided;
  });
}

/** Uses an approval up; the same request again, by its Idempotency-Key, is the same use. Whether both still have the role and are not disabled is asked now, not only when they asked and decided (INV-17). */
export function useApproval(
  database: Database,
  approvalId: string,
  asked: Asked,
  idempotencyKey: string | undefined,
  actor: Actor,
): Promise<ApprovalDoc | Refusal> {
  const usedFor = createHash('sha256')
    .update(idempotencyKey ?? newId('aud'))
    .digest('base64url');
  return inTransaction(database, async (session) => {
    const usable = { $or: [{ state: 'approved' as const }, { state: 'used' as const, usedFor }] };
    const found = await database.approvals.findOne({ _id: approvalId, ...usable }, { session });
    const roles = await staffCollection(database)
      .find({ _id: { $in: [actor.id, found?.decidedBy?.id ?? ''] }, role: 'supervisor', ...notDisabled }, { session })
      .toArray();
    if (roles.length !== 2) return refusal('approval-not-valid');
    const used = await database.approvals.findOneAndUpdate(
      {
        _id: approvalId,
        ...usable,
        parameters: parametersOf(actor.id, asked),
        'requestedBy.id': actor.id,
        expiresAt: { $gt: new Date() },
      },
      { $set: { state: 'used', usedFor } },
      { session, returnDocument: 'after' },
    );
    if (used === null) return refusal('approval-not-valid');
    await auditApproval(database, used, 'approval.used', actor, session);
    return used;
  });
}

/** Whoever asked for it or approved it is being disabled: what is open comes to nothing (S-07). */
export async function voidApprovalsOf(
  database: Database,
  staffId: string,
  at: Date,
  actor: Actor,
  session: ClientSession,
): Promise<void> {
  const open = await database.approvals
    .find(
      {
        expiresAt: { $gt: at },
        $or: [
          { 'requestedBy.id': staffId, state: { $in: ['waiting', 'approved'] } },
          { 'decidedBy.id': staffId, state: 'approved' },
        ],
      },
      { session },
    )
    .toArray();
  for (const approval of open) {
    await database.approvals.updateOne({ _id: approval._id }, { $set: { state: 'void' } }, { session });
    await auditApproval(database, approval, 'approval.voided', actor, session);
  }
}

export async function findApprovals(
  database: Database,
  skip: number,
  limit: number,
): Promise<{ rows: ApprovalDoc[]; total: number }> {
  const [rows, total] = await Promise.all([
    database.approvals.find({}).sort({ requestedAt: -1 }).skip(skip).limit(limit).toArray(),
    database.approvals.estimatedDocumentCount(),
  ]);
  return { rows, total };
}

async function auditApproval(
  database: Database,
  { _id, action, way, account, callerCheck, reason, requestedBy }: ApprovalDoc,
  what: string,
  actor: Actor,
  session: Parameters<typeof writeAudit>[2],
): Promise<void> {
  const object = { kind: 'approval' as const, id: _id };
  const detail = { action, way, callerCheck, requestedBy: requestedBy.id };
  await writeAudit(database, { at: new Date(), what, actor, object, account: account.id, detail, reason }, session);
}
