import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Binary } from 'mongodb';
import type { SealedValue } from './documents.ts';

export interface SealKey {
  id: string;
  key: Uint8Array;
}

const nonceBytes = 12;
const tagBytes = 16;

/** AES-256-GCM with a fresh 96-bit nonce; `place` (collection, id, field, version) is bound to the text, so that no value can be moved (K-01). */
export function seal(key: SealKey, place: string, plain: Uint8Array): SealedValue {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key.key, nonce).setAAD(Buffer.from(`${key.id}|${place}`));
  const text = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  return { kid: key.id, nonce: new Binary(nonce), text: new Binary(text) };
}

/** @throws Error when the key is missing, or the value was altered or moved: never a fallback (K-03). */
export function unseal(keys: readonly SealKey[], place: string, sealed: SealedValue): Uint8Array {
  const key = keys.find(({ id }) => id === sealed.kid);
  if (key === undefined) throw new Error(`the key "${sealed.kid}" is not in LATCHKEY_SEAL_KEYS`);
  const text = Buffer.from(sealed.text.value());
  const decipher = createDecipheriv('aes-256-gcm', key.key, Buffer.from(sealed.nonce.value()), {
    authTagLength: tagBytes,
  })
    .setAAD(Buffer.from(`${key.id}|${place}`))
    .setAuthTag(text.subarray(text.length - tagBytes));
  return Buffer.concat([decipher.update(text.subarray(0, text.length - tagBytes)), decipher.final()]);
}

/** The same value under the first key of the ring (K-02). @throws Error like `unseal` */
export function reseal(ring: readonly SealKey[], place: string, sealed: SealedValue): SealedValue {
  return seal(firstOf(ring), place, unseal(ring, place, sealed));
}

export function firstOf(ring: readonly SealKey[]): SealKey {
  const [first] = ring;
  if (first === undefined) throw new Error('LATCHKEY_SEAL_KEYS holds no key');
  return first;
}

/** Seals and opens what belongs to accounts: each has its own data key, wrapped by the first key of the ring. */
export interface Vault {
  newDataKey(accountId: string): SealedValue;
  /** The account's data key as a key for `seal` and `unseal`. */
  open(accountId: string, dataKey: SealedValue): SealKey;
  /** For what belongs to no account, such as the outbox of a demonstration. */
  ring: readonly SealKey[];
}

export function vaultOf(ring: readonly SealKey[]): Vault {
  const current = firstOf(ring);
  return {
    ring,
    newDataKey: (accountId) => seal(current, dataKeyPlace(accountId), randomBytes(32)),
    open: (accountId, dataKey) => ({ id: `acc:${accountId}`, key: unseal(ring, dataKeyPlace(accountId), dataKey) }),
  };
}

export function dataKeyPlace(accountId: string): string {
  return `accounts|${accountId}|dataKey|1`;
}

export function seedPlace(bindingId: string): string {
  return `bindings|${bindingId}|seed|1`;
}
