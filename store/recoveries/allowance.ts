import type { ClientSession } from 'mongodb';
import { coolingOffMs, type Policy } from '../../domain/policy.ts';
import { refusal } from '../../domain/refusals.ts';
import type { Database } from '../database.ts';
import type { AccountDoc } from '../documents.ts';
import { refuseInTransaction } from './transition.ts';

const hour = 3_600_000;
const day = 24 * hour;

/**
 * Takes one code mail, and one start where a recovery starts, from what an account may use; refuses when nothing is left.
 * In the transaction of what it pays for, so that no restart and no second process gives it back (L-01, L-02, C-04, C-07).
 */
export async function spendAllowance(
  database: Database,
  accountId: string,
  policy: Policy,
  at: Date,
  uses: { start: boolean; codeMail: boolean },
  session: ClientSession,
): Promise<AccountDoc> {
  const kept = 2 * Math.max(policy.limits.startsPerDay, policy.limits.codeMailsPerDay);
  const push = { $each: [at], $slice: -Math.min(kept, 200) };
  const account = await database.accounts.findOneAndUpdate(
    { _id: accountId, state: 'active' },
    { $push: { ...(uses.start ? { startedAt: push } : {}), ...(uses.codeMail ? { codesMailedAt: push } : {}) } },
    { session, returnDocument: 'before' },
  );
  if (account === null) refuseInTransaction(refusal('not-found'));
  // C-04: from here on only support, or another method, helps.
  if (account.failures >= policy.limits.failuresBeforeStaff) refuseInTransaction(refusal('cooling-off'));
  const retryAt = Math.max(
    coolsOffUntil(account, policy),
    uses.start ? freeAgainAt(account.startedAt, hour, policy.limits.startsPerHour, at) : 0,
    uses.start ? freeAgainAt(account.startedAt, day, policy.limits.startsPerDay, at) : 0,
    uses.codeMail ? freeAgainAt(account.codesMailedAt, day, policy.limits.codeMailsPerDay, at) : 0,
  );
  if (retryAt > at.getTime()) {
    const isCoolingOff = coolsOffUntil(account, policy) > at.getTime();
    refuseInTransaction(refusal(isCoolingOff ? 'cooling-off' : 'rate-limited', { retryAt }));
  }
  return account;
}

/** C-04: one wrong answer more, over all recoveries of the account. */
export async function countFailure(
  database: Database,
  accountId: string,
  at: Date,
  session: ClientSession,
): Promise<void> {
  await database.accounts.updateOne(
    { _id: accountId },
    { $inc: { failures: 1 }, $set: { lastFailureAt: at } },
    { session },
  );
}

function coolsOffUntil(account: AccountDoc, policy: Policy): number {
  return (account.lastFailureAt?.getTime() ?? 0) + coolingOffMs(account.failures, policy);
}

/** When a further use is free, given at most `most` within `windowMs`; 0 for now. */
function freeAgainAt(uses: Date[], windowMs: number, most: number, at: Date): number {
  const recent = uses.map((use) => use.getTime()).filter((use) => use > at.getTime() - windowMs);
  const oldest = recent.toSorted((a, b) => a - b)[recent.length - most];
  return recent.length < most || oldest === undefined ? 0 : oldest + windowMs;
}
