import type { KnownDevice, RemovedToken } from '../contracts/devices.ts';
import type { Identity } from '../contracts/identities.ts';
import type { DeviceSummary, ServiceSummary } from '../contracts/tokens.ts';
import type { OtpType } from '../domain/words.ts';
import type { HeldIdentity, IdentityKey, Restore, ShownPairing } from './identity-state.ts';
import type { SoftToken, SoftTokenDraft } from './soft-token-state.ts';
import type { Activation, StartedTransfer } from './transfer-state.ts';

/** Both P-256, made once per installation: `signing` proves every call (ES256), `encryption` opens seeds (ECDH-ES). */
export interface DeviceKeys {
  signing: CryptoKeyPair;
  encryption: CryptoKeyPair;
}

/** A seed that waits for its proof to be accepted. */
export interface Candidate {
  id: string;
  serial: string;
  type: OtpType;
  service: ServiceSummary;
  /** HMAC-SHA-1 key, not extractable. */
  seed: CryptoKey;
}

/** *Done* was chosen and the answer is not known yet. Kept until it is, so that an interrupted claim is asked again. */
export interface PendingClaim {
  recovery: string;
  candidates: Candidate[];
  /** The body as posted: the same again gives the same answer. */
  proofs: { token: string; otp: string }[];
  /** RFC 6238 time step that TOTP proofs were made in. */
  step: number;
}

/** A token that works on this device. */
export interface HeldToken extends Candidate {
  isUsable: boolean;
  isMigrating: boolean;
  /** The recovery that brought this seed; tells a token that came back from the one that left. */
  arrivedBy: string;
  /** HOTP: the counter of the next code. */
  nextCounter: number;
  /** TOTP: the step whose code proved the seed and therefore is not accepted again (RFC 6238 §5.2). */
  spentStep: number;
}

/** A token that was removed, kept until a person has read why. */
export interface DepartedToken extends RemovedToken {
  serial: string;
}

/** A reload under way. `recovery` is null until the server has answered. */
export interface Reload {
  formerDevice: string;
  idempotencyKey: string;
  recovery: string | null;
}

/** Everything an installation remembers, kept as one record so that each change is atomic. */
export interface DeviceState {
  /** Base URL of the device API, without a slash at its end. */
  server: string;
  /** Server time minus device time, ms; 0 while they agree. */
  clockOffsetMs: number;
  keys: DeviceKeys | null;
  /** `email` is null where the account was never signed in to by password: a restore or transfer brought this installation to it. */
  account: { userName: string; email: string | null; device: DeviceSummary } | null;
  /** Devices that this installation may be the successor of, as sign-in told them. */
  knownDevices: KnownDevice[];
  /** Whether a person still has to say which of `knownDevices` this is. */
  isFormerDeviceOpen: boolean;
  reload: Reload | null;
  tokens: HeldToken[];
  pendingClaims: PendingClaim[];
  departed: DepartedToken[];
  /** The account's identity as the server told it last; null when there is none. */
  identity: Identity | null;
  /** What this device holds of it. */
  heldIdentity: HeldIdentity | null;
  /** A key for an identity that is being created: kept before it is sent, so that a lost answer loses nothing. */
  identityDraft: IdentityKey | null;
  /** A restore or pairing that brings the identity to this device. */
  restore: Restore | null;
  /** A pairing that this device shows a QR code for. */
  pairing: ShownPairing | null;
  /** Tokens that are to go to another device. */
  transfer: StartedTransfer | null;
  /** An activation that brings tokens to this device. */
  activation: Activation | null;
  /** Made on this device; they stay when everything else is wiped. */
  softTokens: SoftToken[];
  /** A soft token that is being made. */
  softTokenDraft: SoftTokenDraft | null;
  /** The server no longer knows this device, and what it kept was wiped; true until the next sign-in. */
  wasSignedOut: boolean;
}

export function emptyState(server: string): DeviceState {
  return {
    server: server.replace(/\/+$/, ''),
    clockOffsetMs: 0,
    keys: null,
    account: null,
    knownDevices: [],
    isFormerDeviceOpen: false,
    reload: null,
    tokens: [],
    pendingClaims: [],
    departed: [],
    identity: null,
    heldIdentity: null,
    identityDraft: null,
    restore: null,
    pairing: null,
    transfer: null,
    activation: null,
    softTokens: [],
    softTokenDraft: null,
    wasSignedOut: false,
  };
}

/** What is left after signing out or a wipe: soft tokens belong to the installation, and another person's may be among them. */
export function wipedState({ softTokens, softTokenDraft }: DeviceState, server: string): DeviceState {
  return { ...emptyState(server), softTokens, softTokenDraft };
}
