/** Codes that people copy: Crockford base32, forgiving I, L and O, case, blanks and hyphens, with a check symbol that tells typing errors. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** @param bytes of which the first `5 × symbols` bits are taken */
export function crockfordFrom(bytes: Uint8Array, symbols: number): string {
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  bits >>= BigInt(bytes.length * 8 - symbols * 5);
  let text = '';
  for (let at = symbols - 1; at >= 0; at--) text += alphabet.charAt(Number((bits >> BigInt(5 * at)) & 31n));
  return text;
}

/** What was typed, as it was meant. */
export function canonicalCrockford(typed: string): string {
  return typed.slice(0, 64).toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0');
}

/** @returns the code with its check symbol, or `malformed`: a typing error, which costs no attempt */
export function checkedCrockford(typed: string, symbols: number): string {
  if (typed.length > 64) return 'malformed';
  const plain = canonicalCrockford(typed);
  const isWellFormed = plain.length === symbols + 1 && Array.from(plain).every((symbol) => alphabet.includes(symbol));
  return isWellFormed && withCheckSymbol(plain.slice(0, symbols)) === plain ? plain : 'malformed';
}

/** One Reed-Solomon symbol over GF(32): every single wrong symbol and every exchange of two is noticed. */
export function withCheckSymbol(plain: string): string {
  let sum = 0;
  let weight = 1;
  for (const symbol of plain) {
    weight = timesAlpha(weight);
    sum ^= times(alphabet.indexOf(symbol), weight);
  }
  return plain + alphabet.charAt(sum);
}

/** In groups, as it is shown: `grouped('ABCDE', 4)` is `ABCD-E`. */
export function grouped(plain: string, size: number): string {
  return plain.match(new RegExp(`.{1,${String(size)}}`, 'g'))?.join('-') ?? '';
}

/** In GF(2)[x] / (x^5 + x^2 + 1), of which x generates every element but 0. */
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
