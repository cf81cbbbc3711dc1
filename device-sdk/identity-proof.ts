import { SignJWT } from 'jose';
import type { ChallengePurpose } from '../contracts/identities.ts';

/** What a signature with an identity's key says (security.md D-02): each member is checked, none can be exchanged. */
export interface IdentityClaims {
  purpose: ChallengePurpose | 'sign-in' | 'bind';
  /** Public URL of the device API: a proof for one server is none for another. */
  origin: string;
  /** The token, or the account where the identity is only about to be created. */
  token: string;
  /** JWK thumbprint (RFC 7638) of the device's own signing key. */
  device: string;
  challenge: string;
  /** What exactly: the number of a sign-in, the device to unpair, the kind of a pairing; empty where there is nothing to choose. */
  about: string;
}

const validSeconds = 120;

/** Signs a challenge with the identity's key. @param now server time, ms */
export function identityProof(key: CryptoKey, claims: IdentityClaims, now: number): Promise<string> {
  return new SignJWT({ ...claims })
    .setProtectedHeader({ typ: 'latchkey-identity+jwt', alg: 'ES256' })
    .setExpirationTime(Math.floor(now / 1000) + validSeconds)
    .sign(key);
}
