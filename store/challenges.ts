import { createHash, randomBytes } from 'node:crypto';
import type { ChallengePurpose } from '../contracts/identities.ts';
import type { Policy } from '../domain/policy.ts';
import type { Database } from './database.ts';
import type { ChallengeDoc } from './identity-documents.ts';
import { isDuplicateKey } from './errors.ts';

/** 256 random bits, for one use by one device for one purpose (D-02). */
export async function askChallenge(
  database: Database,
  policy: Policy,
  deviceId: string,
  purpose: ChallengePurpose,
): Promise<ChallengeDoc> {
  const challenge: ChallengeDoc = {
    _id: randomBytes(32).toString('base64url'),
    deviceId,
    purpose,
    usedFor: null,
    expiresAt: new Date(Date.now() + policy.limits.challengeLifetimeMs),
  };
  await database.challenges.insertOne(challenge);
  return challenge;
}

/**
 * Uses a challenge up: for what is asked with it first, and for nothing else. Whoever has missed the answer asks the very same again
 * while the challenge lasts.
 * @param asked everything that was asked, with its proof
 * @returns `no` unless it is a challenge of this device, for this purpose, in time and not used for anything else
 */
export async function takeChallenge(
  database: Database,
  challenge: string,
  deviceId: string,
  purpose: ChallengePurpose,
  asked: string,
): Promise<'first' | 'again' | 'no'> {
  const usedFor = createHash('sha256').update(asked).digest('base64url');
  const own = { _id: challenge, deviceId, purpose, expiresAt: { $gt: new Date() } };
  const { modifiedCount } = await database.challenges.updateOne({ ...own, usedFor: null }, { $set: { usedFor } });
  if (modifiedCount === 1) return 'first';
  return (await database.challenges.findOne({ ...own, usedFor })) === null ? 'no' : 'again';
}

const proofMemoryMs = 150_000;

/** Takes the proof of a key that belongs to no device yet, once (D-03). */
export function takeAnonymousProof(database: Database, thumbprint: string, jti: string): Promise<boolean> {
  return takeOnce(database, `${thumbprint}/${jti}`);
}

/** Takes a right code of a staff member's authenticator, once (RFC 6238 §5.2). */
export function takeStaffCode(database: Database, staffId: string, code: string): Promise<boolean> {
  return takeOnce(database, `totp/${staffId}/${code}`);
}

async function takeOnce(database: Database, proof: string): Promise<boolean> {
  try {
    await database.proofs.insertOne({ _id: proof, expiresAt: new Date(Date.now() + proofMemoryMs) });
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}
