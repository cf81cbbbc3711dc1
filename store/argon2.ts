import { hash, verify } from '@node-rs/argon2';

/**
 * OWASP Password Storage Cheat Sheet: Argon2id with 19 MiB and two passes, which are the defaults of the library; with a random salt,
 * encoded. Computed on threads of its own: whoever waits for it holds up nobody else.
 */
export function argon2id(secret: string | Uint8Array): Promise<string> {
  return hash(secret, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
}

export function isArgon2id(encoded: string, secret: string): Promise<boolean> {
  return verify(encoded, secret);
}
