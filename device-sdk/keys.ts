import { base64url } from 'jose';
import { PublicKey } from '../contracts/devices.ts';
import type { DeviceKeys } from './state.ts';

/** Fresh keys of an installation. The private halves are not extractable: whoever reads the storage cannot take them away. */
export async function makeKeys(): Promise<DeviceKeys> {
  const [signing, encryption] = await Promise.all([
    crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']),
    crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, false, ['deriveBits']),
  ]);
  return { signing, encryption };
}

/** The public half as a JWK (RFC 7517) with its four necessary members and no other. */
export async function publicKeyOf(pair: CryptoKeyPair): Promise<PublicKey> {
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  return PublicKey.parse({ kty, crv, x, y });
}

/** 128 random bits, base64url. */
export function randomId(): string {
  return base64url.encode(crypto.getRandomValues(new Uint8Array(16)));
}
