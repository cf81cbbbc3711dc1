import { isSame } from '../domain/keys.ts';
import { offeredSeed, otpAt, totpStep } from '../domain/otp.ts';
import type { RecoveryDoc } from '../store/documents.ts';
import type { ProvenToken } from '../store/recoveries/proven.ts';
import { claimDigest } from '../domain/claim.ts';
import type { ClaimProof } from '../workflows/messages.ts';
import type { ActivityDependencies } from './dependencies.ts';

/**
 * The tokens whose new seeds a device has proved, or `undefined` unless it proved every one (T-03): all of a recovery's tokens move
 * together, or none does.
 */
export function provenTokens(
  { masterKey, policy }: Pick<ActivityDependencies, 'masterKey' | 'policy'>,
  recovery: RecoveryDoc,
  deviceId: string,
  proofs: ClaimProof[],
  now: number,
): ProvenToken[] | undefined {
  const proven: ProvenToken[] = [];
  for (const { id, type } of recovery.tokens) {
    const proof = proofs.find(({ tokenId }) => tokenId === id);
    if (proof === undefined) return undefined;
    if ((type === 'identity') !== 'publicKey' in proof) return undefined;
    if ('publicKey' in proof) {
      proven.push(proof);
      continue;
    }
    const seed = offeredSeed(masterKey, recovery.salt, recovery._id, id, deviceId);
    const present = totpStep(now, policy.limits);
    const factors =
      type === 'totp' ? [present, present - policy.limits.otpWindow, present + policy.limits.otpWindow] : [0];
    const factor = factors.find((candidate) =>
      isSame(proof.digest, claimDigest(masterKey, recovery._id, id, otpAt(seed, candidate))),
    );
    if (factor === undefined) return undefined;
    proven.push({ tokenId: id, seed, factor });
  }
  return proofs.length === proven.length ? proven : undefined;
}
