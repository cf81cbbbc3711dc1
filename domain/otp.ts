import { generateSync } from 'otplib';
import { subkey, isSame } from './keys.ts';
import type { Limits } from './policy.ts';
import type { TokenType } from './words.ts';

/** RFC 4226 R6 recommends 160 bits (T-01). */
export const seedBytes = 20;
export const otpDigits = 6;

/**
 * The seed that a device would get in a recovery, were it the one to claim (RFC 4226 §7.5, deterministic generation): fresh for
 * every recovery by its random `salt` (base64url, 128 bits), another for each device, and stored nowhere until it is proved.
 */
export function offeredSeed(
  masterKey: Uint8Array,
  salt: string,
  recoveryId: string,
  tokenId: string,
  deviceId: string,
): Uint8Array {
  return subkey(masterKey, 'seed', `${recoveryId}/${tokenId}/${deviceId}`, seedBytes, new TextEncoder().encode(salt));
}

/** The moving factor at `now` (ms): RFC 6238 §4.2 for TOTP. */
export function totpStep(now: number, limits: Pick<Limits, 'otpStepMs'>): number {
  return Math.floor(now / limits.otpStepMs);
}

export function otpAt(seed: Uint8Array, movingFactor: number): string {
  return generateSync({ strategy: 'hotp', secret: seed, counter: movingFactor, digits: otpDigits, algorithm: 'sha1' });
}

/**
 * The moving factor that `otp` belongs to, or `undefined`. Only factors above `lastFactor` count, so that no code is accepted
 * twice (T-05). TOTP: the present step and one on either side (RFC 6238 §5.2); HOTP: a look-ahead window (RFC 4226 §7.2).
 */
export function matchOtp(
  type: TokenType,
  seed: Uint8Array,
  otp: string,
  lastFactor: number,
  now: number,
  limits: Limits,
): number | undefined {
  const present = totpStep(now, limits);
  const [from, to] =
    type === 'totp'
      ? [present - limits.otpWindow, present + limits.otpWindow]
      : [lastFactor + 1, lastFactor + limits.hotpLookAhead];
  let matched: number | undefined;
  for (let factor = Math.max(from, lastFactor + 1, 0); factor <= to; factor++) {
    if (isSame(otpAt(seed, factor), otp)) matched ??= factor;
  }
  return matched;
}
