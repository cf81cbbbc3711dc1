import type { PublicKey } from '../contracts/devices.ts';
import type { RestoreAttempt } from '../contracts/identities.ts';
import type { DeviceSummary } from '../contracts/tokens.ts';
import type { RestoringKind } from '../domain/restoration.ts';
import type { RecoveryWay } from '../domain/words.ts';
import type { ProtectedKey } from './access-protection.ts';

/** A key pair of an identity, the private half under access protection. */
export interface IdentityKey {
  publicKey: PublicKey;
  protected: ProtectedKey;
}

export interface HeldIdentity {
  /** The token. */
  id: string;
  name: string;
  /** Null after too many wrong passcodes: then only a restore brings the identity back here. */
  key: IdentityKey | null;
  /** In a row. Counted before a passcode is tried. */
  wrongPasscodes: number;
  /** Tells a key that came back from the one that left: the recovery that brought it, or `created`. */
  arrivedBy: string;
}

/** A new key with its proof, kept from before it is sent until the answer is known. */
export interface IdentityClaim {
  id: string;
  name: string;
  key: IdentityKey;
  /** As posted: the same again gives the same answer. */
  proof: string;
}

/** A restore on the device that the identity comes to, wherever it stands; closing the app loses none of it. */
export type Restore =
  | { at: 'restore-code'; userName: string; kind: RestoringKind; model: string; attempt: RestoreAttempt }
  | { at: 'scanned'; recovery: string; secret: string; model: string }
  | {
      at: 'recovery';
      recovery: string;
      kind: RestoringKind;
      way: RecoveryWay;
      userName: string;
      device: DeviceSummary;
      claim: IdentityClaim | null;
    };

/** *Show QR code*. `qr` is null until the server has answered. */
export interface ShownPairing {
  kind: RestoringKind;
  idempotencyKey: string;
  /** The body as posted, and when, ms on the device's clock: while the proof is valid, the same again gives the same answer. */
  proof: string;
  askedAt: number;
  recovery: string | null;
  qr: string | null;
}
