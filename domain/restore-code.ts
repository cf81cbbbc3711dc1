import { keyedDigest, subkey } from './keys.ts';

/**
 * Restore codes (security.md R-01): sixteen Crockford base32 symbols, 80 random bits, in fours, and a check symbol, so that a typing
 * error is told before it costs an attempt. `7Q2M-9F3A-1ECK-0TZ4-D`.
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const symbols = 16;

/** @param random ten random bytes */
export function restoreCodeFrom(random: Uint8Array): string {
  if (random.length !== 10) throw new Error('a restore code is made of 80 bits');
  let bits = 0n;
  for (const byte of random) bits = (bits << 8n) | BigInt(byte);
  let plain = '';
  for (let at = symbols - 1; at >= 0; at--) plain += alphabet.charAt(Number((bits >> BigInt(5 * at)) & 31n));
  return shownRestoreCode(plain + checkSymbol(plain));
}

/**
 * What was typed, without blanks and hyphens, I and L read as 1, O as 0.
 * @returns `malformed` when it is no restore code at all, or its check symbol does not fit: a typing error, which costs no attempt
 */
export function canonicalRestoreCode(typed: string): string | 'malformed' {
  if (typed.length > 64) return 'malformed';
  const plain = typed.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0');
  const isWellFormed = plain.length === symbols + 1 && [...plain].every((symbol) => alphabet.includes(symbol));
  return isWellFormed && checkSymbol(plain.slice(0, symbols)) === plain.charAt(symbols) ? plain : 'malformed';
}

/** In fours, as it is shown: the last group has the check symbol. */
export function shownRestoreCode(plain: string): string {
  return `${plain.slice(0, 4)}-${plain.slice(4, 8)}-${plain.slice(8, 12)}-${plain.slice(12, 16)}-${plain.slice(16)}`;
}

/** What its owner types to show that the code was kept: everything after the third hyphen. */
export function lastGroupOf(code: string): string {
  return code.replace(/[\s-]/g, '').slice(12).toUpperCase();
}

export function lastGroupDigest(masterKey: Uint8Array, codeId: string, typed: string): string {
  const plain = typed.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0').slice(0, 16);
  return keyedDigest(subkey(masterKey, 'restore-code', codeId), plain);
}

/** One Reed-Solomon symbol over GF(32): every single wrong symbol and every swap of two is noticed. */
function checkSymbol(plain: string): string {
  let sum = 0;
  let weight = 1;
  for (const symbol of plain) {
    weight = timesAlpha(weight);
    sum ^= times(alphabet.indexOf(symbol), weight);
  }
  return alphabet.charAt(sum);
}

/** In GF(2)[x] / (x^5 + x^2 + 1), of which x generates every other element. */
function timesAlpha(value: number): number {
  const doubled = value << 1;
  return doubled & 32 ? doubled ^ 37 : doubled;
}

function times(a: number, b: number): number {
  let product = 0;
  let shifted = a;
  for (let bits = b; bits > 0; bits >>= 1) {
    if (bits & 1) product ^= shifted;
    shifted = timesAlpha(shifted);
  }
  return product;
}
