import { hkdf } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/** One purpose, one subkey: what leaks of one tells nothing of another (NIST SP 800-57 part 1, §5.2). */
export type KeyPurpose =
  | 'mail-code'
  | 'proof'
  | 'update-id'
  | 'recovery-id'
  | 'seed'
  | 'repudiation'
  | 'sessions'
  | 'restore-code'
  | 'pairing'
  | 'activation'
  | 'recreation'
  | 'answers'
  | 'travelling'
  | 'binding-challenge';

/** HKDF-SHA256 (RFC 5869) of the master key: 32 bytes for `purpose` and the given context, e.g. a recovery id. */
export function subkey(
  masterKey: Uint8Array,
  purpose: KeyPurpose,
  context = '',
  bytes = 32,
  salt?: Uint8Array,
): Uint8Array {
  return hkdf(sha256, masterKey, salt, utf8ToBytes(`latchkey/1/${purpose}/${context}`), bytes);
}

/** HMAC-SHA256 over length-prefixed parts, so that no two lists of parts give the same input. 128 bits in base64url. */
export function keyedDigest(key: Uint8Array, ...parts: string[]): string {
  const framed = parts.map((part) => `${String(part.length)}:${part}`).join('');
  return base64Url(hmac(sha256, key, utf8ToBytes(framed)).subarray(0, 16));
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** base64url without padding (RFC 4648 §5); written here because neither Buffer nor btoa exists in workflow code. */
export function base64Url(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const group = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    const symbols = Math.min(bytes.length - at, 3) + 1;
    for (let symbol = 0; symbol < symbols; symbol++) text += alphabet.charAt((group >> (18 - 6 * symbol)) & 63);
  }
  return text;
}

/** Compares without telling by time where two texts differ (ASVS 11.2.4). */
export function isSame(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let at = 0; at < a.length; at++) difference |= a.charCodeAt(at) ^ b.charCodeAt(at);
  return difference === 0;
}
