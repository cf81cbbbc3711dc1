import { isSame, keyedDigest, subkey } from '../domain/keys.ts';
import { coolingOffMs, type Policy } from '../domain/policy.ts';
import type { RestoringKind } from '../domain/restoration.ts';
import { refusal, type Refusal } from '../domain/refusals.ts';
import type { Actor } from '../domain/words.ts';
import { writeAudit } from './audit.ts';
import { inTransaction, type Database } from './database.ts';
import type { AccountDoc } from './documents.ts';
import type { RestoreAttemptDoc } from './identity-documents.ts';
import { isIdentity, type IdentityDoc } from './identities.ts';
import { newId } from './ids.ts';
import { restorationPolicy } from './policies.ts';
import { isRestoreCode } from './restore-codes.ts';
import type { Vault } from './sealing.ts';

/**
 * *Restore old ID* up to the right restore code. Nothing of this touches an account, a token or a running recovery but its count of
 * wrong codes (L-03); the recovery begins only with the right one.
 */

/** The same for a known, an unknown, a disabled and a switched-off identity (E-01): where there is nothing to restore, it never succeeds. */
export async function startRestoreAttempt(
  database: Database,
  policy: Policy,
  asked: { userName: string; kind: RestoringKind; thumbprint: string },
  actor: Actor,
): Promise<RestoreAttemptDoc> {
  const at = new Date();
  const userName = asked.userName.toLowerCase();
  const { isOn } = await restorationPolicy(database);
  const account = await database.accounts.findOne({ userName, state: 'active' });
  const token = await database.tokens.findOne({ accountId: account?._id ?? '', type: 'identity' });
  const known = await database.devices.findOne({ thumbprint: asked.thumbprint }, { projection: { accountId: 1 } });
  const isPossible = isOn && account !== null && token?.identity?.code != null;
  const attempt: RestoreAttemptDoc = {
    _id: newId('res'),
    kind: asked.kind,
    userName,
    accountId: isPossible ? account._id : null,
    tokenId: isPossible ? token._id : null,
    thumbprint: asked.thumbprint,
    deviceId: known !== null && known.accountId === account?._id ? known._id : newId('dev'),
    attemptsLeft: policy.limits.restoreCodeAttempts,
    accepted: null,
    startedAt: at,
    expiresAt: new Date(at.getTime() + policy.limits.restoreAttemptWithinMs),
  };
  await inTransaction(database, async (session) => {
    await database.restoreAttempts.insertOne(attempt, { session });
    await auditAttempt(database, attempt, 'restore.tried', actor, session);
  });
  return attempt;
}

export interface Accepted {
  attempt: RestoreAttemptDoc & { accountId: string; tokenId: string };
}

/**
 * Judges a restore code. The answer is counted before it is compared, by a write of its own, so that no answer is learnt without
 * having been counted (C-03). The code that was right is right again, for a device that has missed the answer.
 */
export async function settleRestoreCode(
  database: Database,
  vault: Vault,
  masterKey: Uint8Array,
  policy: Policy,
  asked: { attemptId: string; thumbprint: string; plain: string },
  actor: Actor,
): Promise<Accepted | Refusal> {
  const own = { _id: asked.attemptId, thumbprint: asked.thumbprint };
  const digest = keyedDigest(subkey(masterKey, 'restore-code', asked.attemptId), asked.plain);
  const counted = await database.restoreAttempts.findOneAndUpdate(
    { ...own, accepted: null, attemptsLeft: { $gt: 0 }, expiresAt: { $gt: new Date() } },
    { $inc: { attemptsLeft: -1 } },
    { returnDocument: 'after' },
  );
  if (counted === null) return againOrOver(database, own, digest);
  if (await isRight(database, vault, policy, counted, asked.plain)) {
    const accepted = await database.restoreAttempts.findOneAndUpdate(
      { ...own, accepted: null },
      { $set: { accepted: digest } },
      { returnDocument: 'after' },
    );
    return accepted === null ? againOrOver(database, own, digest) : whose(accepted);
  }
  await countFailure(database, counted, actor);
  return counted.attemptsLeft === 0
    ? refusal('attempts-exhausted', { attemptsLeft: 0 })
    : refusal('wrong-restore-code', { attemptsLeft: counted.attemptsLeft });
}

async function againOrOver(
  database: Database,
  own: { _id: string; thumbprint: string },
  digest: string,
): Promise<Accepted | Refusal> {
  const attempt = await database.restoreAttempts.findOne(own);
  if (attempt === null || attempt.expiresAt <= new Date()) return refusal('not-found');
  if (attempt.accepted !== null)
    return isSame(attempt.accepted, digest) ? whose(attempt) : refusal('wrong-restore-code');
  return refusal('attempts-exhausted', { attemptsLeft: 0 });
}

function whose(attempt: RestoreAttemptDoc): Accepted {
  const { accountId, tokenId } = attempt;
  if (accountId === null || tokenId === null) throw new Error(`${attempt._id} has nothing to restore`);
  return { attempt: { ...attempt, accountId, tokenId } };
}

async function isRight(
  database: Database,
  vault: Vault,
  policy: Policy,
  { accountId, tokenId }: RestoreAttemptDoc,
  plain: string,
): Promise<boolean> {
  const [account, token] = await Promise.all([
    database.accounts.findOne({ _id: accountId ?? '', state: 'active' }),
    database.tokens.findOne({ _id: tokenId ?? '', type: 'identity' }),
  ]);
  const identity = token !== null && isIdentity(token) ? token : null;
  const matches = await isRestoreCode(vault, account, identity?.identity.code ?? null, plain);
  return matches && account !== null && identity !== null && isOpenTo(account, identity, policy, Date.now());
}

/** C-04: after too many wrong codes in a row even the right one is refused for a while, without saying so. */
function isOpenTo(account: AccountDoc, { identity }: IdentityDoc, policy: Policy, now: number): boolean {
  if (account.state !== 'active' || identity.restoreFailures >= policy.limits.failuresBeforeStaff) return false;
  const since = identity.lastRestoreFailureAt?.getTime() ?? 0;
  return now >= since + coolingOffMs(identity.restoreFailures, policy);
}

async function countFailure(database: Database, attempt: RestoreAttemptDoc, actor: Actor): Promise<void> {
  await inTransaction(database, async (session) => {
    await database.tokens.updateOne(
      { _id: attempt.tokenId ?? '' },
      { $inc: { 'identity.restoreFailures': 1 }, $set: { 'identity.lastRestoreFailureAt': new Date() } },
      { session },
    );
    await auditAttempt(database, attempt, 'restore-code.refused', actor, session);
  });
}

async function auditAttempt(
  database: Database,
  { _id, tokenId, accountId, kind }: RestoreAttemptDoc,
  what: string,
  actor: Actor,
  session: Parameters<typeof writeAudit>[2],
): Promise<void> {
  await writeAudit(
    database,
    {
      at: new Date(),
      what,
      actor,
      object: { kind: 'token', id: tokenId ?? 'unknown' },
      account: accountId,
      detail: { attempt: _id, kind },
    },
    session,
  );
}
