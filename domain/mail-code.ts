import { generateSync } from 'otplib';
import { isSame, keyedDigest, subkey } from './keys.ts';
import type { Limits } from './policy.ts';

/**
 * Mailed codes are derived, never stored (design.md, principle 3; security.md C-08): HOTP (RFC 4226) under a key of the recovery,
 * with the number of the issue as counter, so that a retried activity mails the same code and a resend ends the former one.
 */
export function mailCode(masterKey: Uint8Array, recoveryId: string, issue: number, digits: number): string {
  return generateSync({
    strategy: 'hotp',
    secret: subkey(masterKey, 'mail-code', recoveryId),
    counter: issue,
    digits,
    algorithm: 'sha1',
  });
}

/** ASCII digits, blanks and hyphens forgiven; `undefined` for anything else (C-09). */
export function canonicalCode(typed: string): string | undefined {
  if (typed.length > 32) return undefined;
  const digits = typed.replace(/[\s-]/g, '');
  return /^[0-9]{6,8}$/.test(digits) ? digits : undefined;
}

/**
 * What a typed code becomes before it travels to the workflow: a keyed digest, worthless outside this recovery and this
 * browser or device (`boundTo`). A right code from elsewhere is thereby a wrong one, with no way to tell (C-06).
 */
export function proofDigest(masterKey: Uint8Array, recoveryId: string, boundTo: string, code: string): string {
  return keyedDigest(subkey(masterKey, 'proof', recoveryId), boundTo, code);
}

export interface MailChallenge {
  /** How many codes were issued; the newest is the only one that counts. */
  issue: number;
  issuedAt: number;
  boundTo: string;
}

/** Whether a digest proves the newest code, at `now` (ms). The instant of expiry itself is refused (C-02). */
export function provesMailCode(
  masterKey: Uint8Array,
  recoveryId: string,
  challenge: MailChallenge,
  digest: string,
  now: number,
  limits: Limits,
): boolean {
  const expected = mailCode(masterKey, recoveryId, challenge.issue, limits.codeDigits);
  const isRight = isSame(digest, proofDigest(masterKey, recoveryId, challenge.boundTo, expected));
  return isRight && now < challenge.issuedAt + limits.codeLifetimeMs;
}
