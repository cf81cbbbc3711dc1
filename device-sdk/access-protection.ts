/** OWASP Password Storage Cheat Sheet: PBKDF2-HMAC-SHA-256 with 600,000 iterations at least. */
export const usualIterations = 600_000;
/** NIST SP 800-63B-4 §3.2.10: an activation secret should have six characters at least. */
export const shortestPasscode = 6;
const longestPasscode = 64;

/** What is kept under a passcode: the private key of an identity, the seed of a soft token. */
const kinds = {
  'signing-key': { format: 'pkcs8', algorithm: { name: 'ECDSA', namedCurve: 'P-256' } },
  seed: { format: 'raw', algorithm: { name: 'HMAC', hash: 'SHA-1' } },
} as const;
type Kind = keyof typeof kinds;

/** A key that only a passcode opens, and only on the installation that holds `lock`. */
export interface ProtectedKey {
  /** HMAC-SHA-256, not extractable: whoever copies the rest of the storage cannot try passcodes elsewhere. */
  lock: CryptoKey;
  salt: Uint8Array<ArrayBuffer>;
  iterations: number;
  iv: Uint8Array<ArrayBuffer>;
  /** PKCS #8 or, of a seed, its bytes; encrypted with AES-256-GCM. */
  sealed: Uint8Array<ArrayBuffer>;
}

/** Why a passcode protects too little, `undefined` when it will do. */
export function passcodeFlaw(passcode: string): 'too-short' | 'too-long' | 'too-simple' | undefined {
  const signs = Array.from(passcode.normalize('NFKC'));
  if (signs.length < shortestPasscode) return 'too-short';
  if (signs.length > longestPasscode) return 'too-long';
  const steps = signs.slice(1).map((sign, index) => (sign.codePointAt(0) ?? 0) - (signs[index]?.codePointAt(0) ?? 0));
  // 111111, 123456, 987654: what is tried first.
  return new Set(steps).size === 1 && Math.abs(steps[0] ?? 0) <= 1 ? 'too-simple' : undefined;
}

/** @param key extractable, and to be dropped afterwards */
export async function protect(
  key: CryptoKey,
  passcode: string,
  iterations: number,
  kind: Kind = 'signing-key',
): Promise<ProtectedKey> {
  const lock = await crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const wrapping = await wrappingKey(passcode, { lock, salt, iterations });
  const sealed = await crypto.subtle.wrapKey(kinds[kind].format, key, wrapping, { name: 'AES-GCM', iv });
  return { lock, salt, iterations, iv, sealed: new Uint8Array(sealed) };
}

/** The key, not extractable, to be dropped after use; `undefined` when the passcode is wrong. */
export async function unlock(
  held: ProtectedKey,
  passcode: string,
  kind: Kind = 'signing-key',
): Promise<CryptoKey | undefined> {
  const wrapping = await wrappingKey(passcode, held);
  const { sealed, iv } = held;
  const { format, algorithm } = kinds[kind];
  try {
    return await crypto.subtle.unwrapKey(format, sealed, wrapping, { name: 'AES-GCM', iv }, algorithm, false, ['sign']);
  } catch {
    return undefined;
  }
}

/** PBKDF2 makes each guess slow, the lock makes it possible here only, HKDF (RFC 5869) makes a key of both. */
async function wrappingKey(
  passcode: string,
  { lock, salt, iterations }: Pick<ProtectedKey, 'lock' | 'salt' | 'iterations'>,
): Promise<CryptoKey> {
  const typed = await crypto.subtle.importKey('raw', utf8(passcode.normalize('NFKC')), 'PBKDF2', false, ['deriveBits']);
  const stretched = await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations }, typed, 256);
  const mixed = await crypto.subtle.sign('HMAC', lock, stretched);
  new Uint8Array(stretched).fill(0);
  const material = await crypto.subtle.importKey('raw', mixed, 'HKDF', false, ['deriveKey']);
  new Uint8Array(mixed).fill(0);
  const hkdf = { name: 'HKDF', hash: 'SHA-256', salt, info: utf8('latchkey/1/access-protection') };
  return crypto.subtle.deriveKey(hkdf, material, { name: 'AES-GCM', length: 256 }, false, ['wrapKey', 'unwrapKey']);
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
