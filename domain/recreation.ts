import { utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalCrockford, checkedCrockford, crockfordFrom, grouped, withCheckSymbol } from './crockford.ts';
import { isSame, subkey } from './keys.ts';
import type { Limits } from './policy.ts';
import type { OtpType } from './words.ts';

/**
 * Making a soft token anew (guide 003). The page shows a serial number and an activation code, the app answers with a registration
 * code, and both derive the same seed from the three: no secret is sent, and the app needs no network.
 */

/** What the administrator decides about it. Takes effect at once, for recoveries that begin then. */
export interface RecreationPolicy {
  isOn: boolean;
  /** Ask for a mailed code before the questions: answers alone prove nobody. */
  asksMailCode: boolean;
  /** How often a new serial number and activation code may be asked for. */
  startOvers: number;
}

export const defaultRecreation: RecreationPolicy = { isOn: true, asksMailCode: true, startOvers: 3 };

export const mostStartOvers = 5;

export const recreationReasons = ['deleted', 'lost', 'new-device', 'app-damaged'] as const;
/** *Self-administration actions*: what has happened to the soft token. */
export type RecreationReason = (typeof recreationReasons)[number];

/** What was lost may be in somebody's hands: it does not wake up again when the recovery comes to nothing (design.md, principle 6). */
export function staysSuspended(reason: RecreationReason): boolean {
  return reason === 'lost';
}

/** 80 bits; with those of the registration code 130, above the floor of RFC 4226 §4, R6. */
const secretSymbols = 16;
const pairSymbols = 2;
const activationSymbols = secretSymbols + 1 + pairSymbols;
const randomSymbols = 10;
const fitSymbols = 4;
const typeSymbols: Record<OtpType, string> = { totp: '0', hotp: '1' };

/** `7Q2M9-F3A1E-CK0TZ-4KXPA`: the secret, the type of token, two symbols that belong to the serial number, and a check symbol. */
export function recreationCode(
  masterKey: Uint8Array,
  recoveryId: string,
  activation: { attempt: number; serial: string },
  type: OtpType,
): string {
  const derived = subkey(masterKey, 'recreation', `activation/${recoveryId}/${String(activation.attempt)}`, 10);
  const secret = crockfordFrom(derived, secretSymbols) + typeSymbols[type];
  return grouped(withCheckSymbol(secret + pairOf(secret, activation.serial)), 5);
}

function pairOf(secret: string, serial: string): string {
  return crockfordFrom(subkey(utf8ToBytes(secret), 'recreation', `pair/${serial}`, 2), pairSymbols);
}

export interface ReadActivation {
  serial: string;
  type: OtpType;
  /** The activation code in its canonical form. */
  code: string;
}

/** @returns what was mistyped, so that it can be said before anything is made of it: the code, or the serial number it belongs to */
export function readActivation(typedSerial: string, typedCode: string): ReadActivation | 'code' | 'serial' {
  const code = checkedCrockford(typedCode, activationSymbols);
  if (code === 'malformed') return 'code';
  const serial = canonicalSerial(typedSerial);
  const secret = code.slice(0, secretSymbols + 1);
  const type = (['totp', 'hotp'] as const).find((one) => typeSymbols[one] === secret.slice(-1));
  if (type === undefined) return 'code';
  const isPair = serial !== undefined && pairOf(secret, serial) === code.slice(secretSymbols + 1, -1);
  return isPair ? { serial, type, code } : 'serial';
}

/** Eight symbols, a hyphen and three: as serial numbers are printed. */
function canonicalSerial(typed: string): string | undefined {
  const plain = canonicalCrockford(typed);
  return /^[0-9A-HJKMNP-TV-Z]{11}$/.test(plain) ? `${plain.slice(0, 8)}-${plain.slice(8)}` : undefined;
}

/**
 * What the app shows: ten random symbols, four that tell whether they come from this activation, and a check symbol.
 * @param random seven random bytes
 */
export function registrationCode(activation: ReadActivation, random: Uint8Array): string {
  if (random.length !== 7) throw new Error('a registration code is made of 50 bits');
  const own = crockfordFrom(random, randomSymbols);
  return grouped(withCheckSymbol(own + fitOf(activation, own)), 5);
}

function fitOf({ code, serial }: ReadActivation, own: string): string {
  return crockfordFrom(subkey(utf8ToBytes(code), 'recreation', `fit/${serial}/${own}`, 3), fitSymbols);
}

/** @returns `malformed` for a typing error, which costs no attempt */
export function canonicalRegistration(typed: string): string {
  return checkedCrockford(typed, randomSymbols + fitSymbols);
}

/** Whether a registration code, in its canonical form, comes from this activation: not from a former one, nor another token's. */
export function fitsActivation(activation: ReadActivation, registration: string): boolean {
  const own = registration.slice(0, randomSymbols);
  return isSame(withCheckSymbol(own + fitOf(activation, own)), registration);
}

/** The seed that app and server derive alike (HKDF, RFC 5869). @param registration canonical */
export function recreatedSeed({ code, serial }: ReadActivation, registration: string): Uint8Array {
  return subkey(utf8ToBytes(code + registration.slice(0, randomSymbols)), 'recreation', `seed/${serial}`, 20);
}

/** Behind the `#`, so that no server's log ever has it (B-02). */
export function recreationUrl(authenticatorUrl: string, serial: string, code: string): string {
  return `${authenticatorUrl}/#/recreate?serial=${serial}&code=${code}`;
}

/** S-06: until when a supervisor may decide about a verification, in ms since the epoch. */
export function callerVerifiedUntil(verifiedAt: number, { callerVerifiedForMs }: Limits): number {
  return verifiedAt + callerVerifiedForMs;
}
