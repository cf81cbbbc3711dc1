import { randomBytes, randomInt } from 'node:crypto';

type Prefix =
  'acc' | 'svc' | 'crt' | 'tok' | 'dev' | 'bnd' | 'rec' | 'stf' | 'aud' | 'mail' | 'rcd' | 'sgn' | 'res' | 'apr';

/** 128 random bits behind a prefix that tells people what they look at. */
export function newId(prefix: Prefix): string {
  return `${prefix}_${randomBytes(16).toString('base64url')}`;
}

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A serial number such as 7Q2M9F3A-1EC: 55 random bits, no letters that are mistaken for digits. */
export function newSerial(): string {
  const symbols = Array.from({ length: 11 }, () => crockford.charAt(randomInt(crockford.length))).join('');
  return `${symbols.slice(0, 8)}-${symbols.slice(8)}`;
}

/** Six digits that people can read out to tell their phones apart; not unique, not a key. */
export function newShortId(): string {
  return String(randomInt(100_000, 1_000_000));
}
