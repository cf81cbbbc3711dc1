import { randomBytes, randomInt } from 'node:crypto';
import type { ClientSession } from 'mongodb';
import type { Policy } from '../domain/policy.ts';
import { refusal, type Refusal } from '../domain/refusals.ts';
import type { Actor } from '../domain/words.ts';
import { writeAudit } from './audit.ts';
import { inTransaction, type Database } from './database.ts';
import type { Named } from './documents.ts';
import type { SignInDoc } from './identity-documents.ts';
import { isIdentity, type IdentityDoc } from './identities.ts';
import { newId } from './ids.ts';

/**
 * A relying service waits for a person. For somebody unknown, disabled or without an identity it waits just the same, and in vain
 * (E-01). Too many at once are refused, lest somebody be tired into approving.
 */
export async function startSignIn(
  database: Database,
  policy: Policy,
  service: Named,
  { userName, place }: { userName: string; place: string | null },
  actor: Actor,
): Promise<SignInDoc | Refusal> {
  const at = new Date();
  const name = userName.toLowerCase();
  const waiting = { userName: name, state: 'pending' as const, expiresAt: { $gt: at } };
  const oldest = await database.signIns
    .find(waiting)
    .sort({ expiresAt: 1 })
    .limit(policy.limits.signInsWaiting)
    .toArray();
  if (oldest.length >= policy.limits.signInsWaiting)
    return refusal('rate-limited', { retryAt: oldest[0]?.expiresAt.getTime() ?? at.getTime() });
  const account = await database.accounts.findOne({ userName: name, state: 'active' });
  const token = await database.tokens.findOne({ accountId: account?._id ?? '', type: 'identity', state: 'active' });
  const choices = distinctNumbers();
  const signIn: SignInDoc = {
    _id: newId('sgn'),
    service,
    userName: name,
    tokenId: token?._id ?? null,
    place,
    number: choices[randomInt(choices.length)] ?? '',
    choices,
    challenge: randomBytes(32).toString('base64url'),
    state: 'pending',
    createdAt: at,
    expiresAt: new Date(at.getTime() + policy.limits.signInWithinMs),
  };
  await inTransaction(database, async (session) => {
    await database.signIns.insertOne(signIn, { session });
    const object = { kind: 'sign-in' as const, id: signIn._id };
    const detail = { service: service.id };
    await writeAudit(
      database,
      { at, what: 'sign-in.started', actor, object, account: token?.accountId ?? null, detail },
      session,
    );
  });
  return signIn;
}

function distinctNumbers(): string[] {
  const numbers = new Set<string>();
  while (numbers.size < 3) numbers.add(String(randomInt(100)).padStart(2, '0'));
  return [...numbers];
}

/** What waits for the identity's devices. */
export function waitingSignIns(database: Database, tokenId: string): Promise<SignInDoc[]> {
  return database.signIns
    .find({ tokenId, state: 'pending', expiresAt: { $gt: new Date() } })
    .sort({ createdAt: 1 })
    .limit(20)
    .toArray();
}

/**
 * Decides a sign-in, once: whoever comes second is told that it is over; the device that decided it, and asks the same again, that it
 * did. An approval counts only while this device has the identity and the identity is active, in the same transaction (INV-17).
 */
export function decideSignIn(
  database: Database,
  signInId: string,
  tokenId: string,
  deviceId: string,
  decision: 'approved' | 'refused',
  actor: Actor,
): Promise<IdentityDoc | Refusal> {
  return inTransaction(database, async (session) => {
    const at = new Date();
    const signIn = await database.signIns.findOneAndUpdate(
      { _id: signInId, tokenId, state: 'pending', expiresAt: { $gt: at } },
      { $set: { state: decision, decidedBy: deviceId } },
      { session },
    );
    if (signIn === null) return decidedAlready(database, signInId, tokenId, deviceId, decision, session);
    const isApproved = decision === 'approved';
    const binding = await database.bindings.updateOne(
      { tokenId, 'device.id': deviceId, state: 'active' },
      isApproved ? { $set: { lastUsedAt: at } } : { $set: { failures: 0 } },
      { session },
    );
    const token = await database.tokens.findOneAndUpdate(
      { _id: tokenId, ...(isApproved ? { state: 'active' } : {}) },
      { $inc: { 'identity.signIns': isApproved ? 1 : 0 } },
      { session, returnDocument: 'after' },
    );
    const account = await database.accounts.findOne({ _id: token?.accountId ?? '', state: 'active' }, { session });
    if (binding.matchedCount === 0 || token === null || !isIdentity(token) || account === null) {
      await session.abortTransaction();
      return refusal('not-found');
    }
    await writeAudit(
      database,
      {
        at,
        what: `sign-in.${decision}`,
        actor,
        object: { kind: 'sign-in', id: signInId },
        account: token.accountId,
        detail: { service: signIn.service.id },
      },
      session,
    );
    return token;
  });
}

async function decidedAlready(
  database: Database,
  signInId: string,
  tokenId: string,
  deviceId: string,
  decision: 'approved' | 'refused',
  session: ClientSession,
): Promise<IdentityDoc | Refusal> {
  const over = await database.signIns.findOne({ _id: signInId, tokenId }, { session });
  if (over === null) return refusal('not-found');
  const token = await database.tokens.findOne({ _id: tokenId }, { session });
  const isAgain = over.decidedBy === deviceId && over.state === decision;
  return isAgain && token !== null && isIdentity(token) ? token : refusal('already-finished');
}
