import type { ClientSession } from 'mongodb';
import { matchOtp } from '../domain/otp.ts';
import type { Policy } from '../domain/policy.ts';
import type { Actor } from '../domain/words.ts';
import { writeAudit } from './audit.ts';
import { inTransaction, type Database } from './database.ts';
import type { BindingDoc, TokenDoc } from './documents.ts';
import { seedPlace, unseal, type Vault } from './sealing.ts';

export interface Question {
  serviceId: string;
  by: { serial: string } | { userName: string };
  otp: string;
}

/** Why a code was accepted or not; only the audit learns the reason. */
export type VerificationResult = 'accepted' | 'wrong' | 'too-soon' | 'not-usable' | 'unknown';

/**
 * Judges a one-time password. The moving factor only ever rises, by a conditional write, so that no code is accepted twice, also
 * not by two processes at once (T-04, T-05); failures are counted across processes and lock the token (T-06).
 */
export async function verifyOtp(
  database: Database,
  vault: Vault,
  policy: Policy,
  question: Question,
  actor: Actor,
): Promise<boolean> {
  return inTransaction(database, async (session) => {
    const tokens = await candidates(database, question, session);
    const wrong: { token: TokenDoc; binding: BindingDoc }[] = [];
    for (const token of tokens) {
      const { result, binding } = await judge(database, vault, policy, token, question.otp, session);
      await auditResult(database, actor, result, { kind: 'token', id: token._id }, token.accountId, session);
      if (result === 'accepted') return true;
      if (result === 'wrong' && binding !== undefined) wrong.push({ token, binding });
    }
    // Only now: a code that one of a person's tokens accepts is no failure of the others.
    for (const { token, binding } of wrong) await countFailure(database, policy, token, binding, new Date(), session);
    if (tokens.length === 0)
      await auditResult(database, actor, 'unknown', { kind: 'service', id: question.serviceId }, null, session);
    return false;
  });
}

/** The code of one of the account's own tokens, as the second factor of *Manage my account* (guide 003, step 6). */
export function verifyOwnOtp(
  database: Database,
  vault: Vault,
  policy: Policy,
  accountId: string,
  tokenId: string,
  otp: string,
  actor: Actor,
): Promise<boolean> {
  return inTransaction(database, async (session) => {
    const token = await database.tokens.findOne({ _id: tokenId, accountId }, { session });
    const object = { kind: 'token' as const, id: tokenId };
    if (token === null) {
      await auditResult(database, actor, 'unknown', object, accountId, session);
      return false;
    }
    const { result, binding } = await judge(database, vault, policy, token, otp, session);
    await auditResult(database, actor, result, object, accountId, session);
    if (result === 'wrong' && binding !== undefined)
      await countFailure(database, policy, token, binding, new Date(), session);
    return result === 'accepted';
  });
}

async function auditResult(
  database: Database,
  actor: Actor,
  result: VerificationResult,
  object: { kind: 'token' | 'service'; id: string },
  account: string | null,
  session: ClientSession,
): Promise<void> {
  const what = result === 'accepted' ? 'token.code-accepted' : 'token.code-refused';
  await writeAudit(database, { at: new Date(), what, actor, object, account, detail: { result } }, session);
}

async function candidates(
  database: Database,
  { serviceId, by }: Question,
  session: ClientSession,
): Promise<TokenDoc[]> {
  const ofService = { 'service.id': serviceId, state: { $in: ['active', 'locked', 'disabled', 'suspended'] as const } };
  if ('serial' in by)
    return database.tokens
      .find({ ...ofService, serial: by.serial, state: { $in: [...ofService.state.$in] } }, { session })
      .toArray();
  const account = await database.accounts.findOne(
    { userName: by.userName.toLowerCase(), state: 'active' },
    { session },
  );
  if (account === null) return [];
  return database.tokens
    .find({ 'service.id': serviceId, state: { $in: [...ofService.state.$in] }, accountId: account._id }, { session })
    .toArray();
}

async function judge(
  database: Database,
  vault: Vault,
  policy: Policy,
  token: TokenDoc,
  otp: string,
  session: ClientSession,
): Promise<{ result: VerificationResult; binding?: BindingDoc }> {
  if (token.state !== 'active') return { result: 'not-usable' };
  const binding = await database.bindings.findOne(
    { tokenId: token._id, state: 'active', isExclusive: true },
    { session },
  );
  const account = await database.accounts.findOne({ _id: token.accountId, state: 'active' }, { session });
  if (binding?.seed == null || account === null) return { result: 'not-usable' };
  const now = Date.now();
  const waitUntil = (binding.lastFailureAt?.getTime() ?? 0) + policy.limits.otpDelayPerFailureMs * binding.failures;
  if (binding.failures > 0 && now < waitUntil) return { result: 'too-soon' };
  const seed = unseal([vault.open(account._id, account.dataKey)], seedPlace(binding._id), binding.seed);
  const factor = matchOtp(token.type, seed, otp, binding.lastFactor, now, policy.limits);
  if (factor === undefined) return { result: 'wrong', binding };
  const taken = await database.bindings.updateOne(
    { _id: binding._id, state: 'active', lastFactor: { $lt: factor } },
    { $set: { lastFactor: factor, failures: 0, lastFailureAt: null } },
    { session },
  );
  return { result: taken.modifiedCount === 1 ? 'accepted' : 'wrong' };
}

async function countFailure(
  database: Database,
  policy: Policy,
  token: TokenDoc,
  binding: BindingDoc,
  at: Date,
  session: ClientSession,
): Promise<void> {
  await database.bindings.updateOne(
    { _id: binding._id },
    { $inc: { failures: 1 }, $set: { lastFailureAt: at } },
    { session },
  );
  if (binding.failures + 1 < policy.limits.otpFailures) return;
  await database.tokens.updateOne({ _id: token._id, state: 'active' }, { $set: { state: 'locked' } }, { session });
}
