import { decodeJwt, importJWK, jwtVerify } from 'jose';
import { z } from 'zod';
import type { PublicKey } from '../../contracts/devices.ts';
import type { ChallengePurpose } from '../../contracts/identities.ts';
import { takeChallenge } from '../../store/challenges.ts';
import { bindingOn, identityOf, type IdentityDoc } from '../../store/identities.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { refuse } from '../problem.ts';
import { isOurs } from './our-addresses.ts';
import type { DeviceCaller } from './guard.ts';

const Claims = z.strictObject({
  purpose: z.string(),
  origin: z.string(),
  token: z.string(),
  device: z.string(),
  challenge: z.string(),
  about: z.string(),
  exp: z.number(),
});

export interface Expected {
  purpose: ChallengePurpose | 'sign-in' | 'bind';
  token: string;
  /** Thumbprint of the device's own key. */
  device: string;
  challenge: string;
  about: string;
}

/**
 * Checks a signature with an identity's key (D-02): another purpose, server, token, device, challenge or matter is refused. The key
 * decides the algorithm, never the header (D-01).
 */
export async function verifyIdentityProof(
  deps: Pick<ApiDependencies, 'database' | 'settings'>,
  proof: string,
  publicKey: PublicKey,
  expected: Expected,
): Promise<void> {
  const key = await importJWK(publicKey, 'ES256').catch(() => refuse('verification-failed'));
  const verified = await jwtVerify(proof, key, {
    algorithms: ['ES256'],
    typ: 'latchkey-identity+jwt',
    clockTolerance: 60,
    requiredClaims: ['exp'],
  }).catch(() => refuse('verification-failed'));
  const claims = Claims.safeParse(verified.payload);
  if (!claims.success) return refuse('verification-failed');
  const { exp: _, origin, ...said } = claims.data;
  const isExpected = Object.entries(expected).every(([name, value]) => said[name as keyof Expected] === value);
  if (!isExpected || !(await isOurs(deps, origin))) refuse('verification-failed');
}

/**
 * Verification of identity (guide 001): the device signs a challenge of its own with the identity's key on it, which its owner has
 * just unlocked by passcode.
 * @param idempotencyKey where the request has one: the proof is good under this key alone
 * @returns `isRepeated`: this very request was granted before, its answer perhaps lost
 */
export async function verifyOwner(
  deps: Pick<ApiDependencies, 'settings' | 'database'>,
  { device, accountId }: DeviceCaller,
  proof: string,
  purpose: ChallengePurpose,
  about = '',
  idempotencyKey = '',
): Promise<{ identity: IdentityDoc; isRepeated: boolean }> {
  const identity = await identityOf(deps.database, accountId);
  const binding = identity === null ? null : await bindingOn(deps.database, identity._id, device._id);
  if (identity === null || binding?.key === undefined) return refuse('not-found');
  const challenge = challengeIn(proof);
  await verifyIdentityProof(deps, proof, binding.key.publicKey, {
    purpose,
    token: identity._id,
    device: device.thumbprint,
    challenge,
    about,
  });
  const taken = await takeChallenge(deps.database, challenge, device._id, purpose, `${proof} ${idempotencyKey}`);
  return taken === 'no' ? refuse('verification-failed') : { identity, isRepeated: taken === 'again' };
}

/** The challenge that a proof claims to answer; nothing is trusted of it before its signature was checked. */
export function challengeIn(proof: string): string {
  try {
    return z.string().parse(decodeJwt(proof)['challenge']);
  } catch {
    return refuse('verification-failed');
  }
}
