import { limits } from '../domain/policy.ts';

export const digits = 6;
export const stepMs = limits.otpStepMs.value;

/**
 * Makes a seed usable and unreadable: afterwards neither script nor storage can tell its bytes.
 * @param seed raw bytes; overwritten with zeros
 */
export async function importSeed(seed: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  try {
    return await crypto.subtle.importKey('raw', seed, { name: 'HMAC', hash: 'SHA-1' }, false, ['sign']);
  } finally {
    // A copy left in the heap would outlive the care taken with the key; a later dump or extension could find it.
    seed.fill(0);
  }
}

/** The code of `counter` (RFC 4226 §5.3), leading zeros kept. */
export async function hotp(seed: CryptoKey, counter: number, length = digits): Promise<string> {
  const message = new DataView(new ArrayBuffer(8));
  message.setBigUint64(0, BigInt(counter));
  const mac = new DataView(await crypto.subtle.sign('HMAC', seed, message));
  const offset = mac.getUint8(mac.byteLength - 1) & 0x0f;
  const truncated = mac.getUint32(offset) & 0x7fff_ffff;
  return String(truncated % 10 ** length).padStart(length, '0');
}

/** The time step at `now`, ms (RFC 6238 §4.2). */
export function stepAt(now: number): number {
  return Math.floor(now / stepMs);
}
