import type { OtpType } from '../domain/words.ts';
import type { ProtectedKey } from './access-protection.ts';
import type { SealedText } from './sealed-text.ts';

/**
 * A token that was made on this device without asking a server (guide 003). It belongs to the installation and to whoever knows its
 * PIN, not to the account that is signed in: neither signing out nor a wipe takes it away.
 */
export interface SoftToken {
  /** Tells it from a former one of the same serial number. */
  id: string;
  serial: string;
  type: OtpType;
  /** HMAC-SHA-1 key. Null after too many wrong PINs. */
  seed: ProtectedKey | null;
  /** In a row. Counted before a PIN is tried. */
  wrongPins: number;
  /** HOTP: the counter of the next code. */
  nextCounter: number;
}

/** A soft token that is being made, wherever it stands; closing the app loses none of it. */
export type SoftTokenDraft =
  /** The serial number and the activation code were right. The latter is kept until the PIN is chosen, and no longer. */
  | { at: 'pin'; id: string; serial: string; type: OtpType; activation: SealedText }
  /** The registration code is shown, and the portal waits for it. */
  | { at: 'registration'; token: SoftToken; registrationCode: string };

export type Registration = Extract<SoftTokenDraft, { at: 'registration' }>;
