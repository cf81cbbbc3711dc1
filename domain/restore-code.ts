import { canonicalCrockford, checkedCrockford, crockfordFrom, grouped, withCheckSymbol } from './crockford.ts';
import { keyedDigest, subkey } from './keys.ts';

/**
 * Restore codes (security.md R-01): sixteen Crockford base32 symbols, 80 random bits, in fours, and a check symbol, so that a typing
 * error is told before it costs an attempt. `7Q2M-9F3A-1ECK-0TZ4-K`.
 */
const symbols = 16;

/** @param random ten random bytes */
export function restoreCodeFrom(random: Uint8Array): string {
  if (random.length !== 10) throw new Error('a restore code is made of 80 bits');
  return shownRestoreCode(withCheckSymbol(crockfordFrom(random, symbols)));
}

/** @returns `malformed` when it is no restore code at all, or its check symbol does not fit */
export function canonicalRestoreCode(typed: string): string {
  return checkedCrockford(typed, symbols);
}

/** In fours, as it is shown: the last group has the check symbol. */
export function shownRestoreCode(plain: string): string {
  return grouped(plain, 4);
}

/** What its owner types to show that the code was kept: everything after the third hyphen. */
export function lastGroupOf(code: string): string {
  return canonicalCrockford(code).slice(12);
}

export function lastGroupDigest(masterKey: Uint8Array, codeId: string, typed: string): string {
  return keyedDigest(subkey(masterKey, 'restore-code', codeId), canonicalCrockford(typed).slice(0, 16));
}
