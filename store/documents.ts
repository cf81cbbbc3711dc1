import type { Binary } from 'mongodb';
import type { StepId } from '../domain/guides.ts';
import type { RecreationReason } from '../domain/recreation.ts';
import type { QuestionId } from '../domain/security-questions.ts';
import type {
  Actor,
  EndReason,
  MailState,
  NotedCause,
  RecoveryKind,
  RecoveryState,
  RecoveryWay,
  TokenState,
  TokenType,
} from '../domain/words.ts';
import type { PublicKey } from '../contracts/devices.ts';

/** The shapes of the documents, one interface a collection. Times are BSON dates, ids are strings with a prefix. */

export interface Named {
  id: string;
  name: string;
}

export interface DeviceRef {
  id: string;
  model: string;
  shortId: string;
}

/** A value sealed with a key of the ring (security.md K-01). */
export interface SealedValue {
  kid: string;
  nonce: Binary;
  text: Binary;
}

export interface AccountDoc {
  _id: string;
  userName: string;
  name: string;
  email: string;
  locale: string;
  state: 'active' | 'disabled';
  createdAt: Date;
  /** The account's own data key, wrapped by a key-encryption key: what belongs to the account opens with it alone. */
  dataKey: SealedValue;
  /** When recoveries were started and codes mailed within the last day (L-01, C-07). */
  startedAt: Date[];
  codesMailedAt: Date[];
  /** Wrong codes in a row, over all recoveries (C-04). */
  failures: number;
  lastFailureAt: Date | null;
  /** When a device was last signed in to it. */
  lastSignInAt?: Date;
}

export interface ServiceDoc {
  _id: string;
  name: string;
  /** SHA-256 of the verify key, base64url. */
  verifyKeyHash: string;
  createdAt: Date;
}

export interface CertificateDoc {
  _id: string;
  accountId: string;
  /** Unique: exactly one token serves a certificate, and a token serves one. */
  tokenId: string | null;
  subject: string;
  kind: string;
  expiresAt: Date;
}

/** A token; also the reservation that keeps recoveries apart: `reservedBy` is the one recovery that may change it. */
export interface TokenDoc {
  _id: string;
  serial: string;
  accountId: string;
  type: TokenType;
  state: TokenState;
  service: Named;
  device: DeviceRef | null;
  bindingId: string | null;
  reservedBy: { id: string; kind: RecoveryKind; deadline: Date; state: RecoveryState } | null;
  createdAt: Date;
  /** The recreation by whose beginning its owner has it suspended; absent when anything else did. */
  suspendedBy?: string;
  /** Of an identity alone. */
  identity?: IdentityFacts;
}

/** What an identity has beyond any token: its sign-ins and its restore function (guide 001). */
export interface IdentityFacts {
  signIns: number;
  /** NOT NOW was chosen. */
  isPromptDeclined: boolean;
  /** The restore code that counts; null while the restore function is not active. */
  code: RestoreCodeDoc | null;
  /** Shown to its owner, but not confirmed by its last group yet: it replaces `code` then. */
  pending: RestoreCodeDoc | null;
  /** The app insists on storing a new code. */
  mustStoreCode: boolean;
  /** Wrong restore codes in a row, over all attempts (C-04: per account and method). */
  /** How often it was unpaired from a device. */
  unpairings?: number;
  restoreFailures: number;
  lastRestoreFailureAt: Date | null;
}

/** Sealed or hashed, as the policy was when it was made. */
export interface RestoreCodeDoc {
  id: string;
  issuedAt: Date;
  sealed: SealedValue | null;
  /** Argon2id, encoded. */
  hash: string | null;
  /** Keyed digest of its last group: what its owner types to show that the code was kept. */
  lastGroup: string;
}

export interface DeviceDoc {
  _id: string;
  accountId: string;
  /** JWK thumbprint (RFC 7638) of the signing key: what a proof is looked up by. */
  thumbprint: string;
  encryptionKey: PublicKey;
  model: string;
  shortId: string;
  platformId: string | null;
  /** `restoring`: known only to the recovery `restoring`, until that has given it the identity. */
  state: 'active' | 'restoring' | 'signed-out';
  restoring: string | null;
  /** Of its account: stands here too, so that a proof is taken and judged in one update. */
  isAccountDisabled: boolean;
  signedInAt: Date;
  lastSeenAt: Date;
  lastAddress: string;
  /** Proofs seen within the last two minutes: none is taken twice (D-03). */
  proofs: { jti: string; at: Date }[];
}

export interface BindingDoc {
  _id: string;
  tokenId: string;
  tokenType: TokenType;
  accountId: string;
  device: DeviceRef;
  state: 'active' | 'ended';
  /** True for OTP tokens: at most one active binding a token, by a unique partial index. */
  isExclusive: boolean;
  seed: SealedValue | null;
  /** The last accepted moving factor. */
  lastFactor: number;
  failures: number;
  lastFailureAt: Date | null;
  startedAt: Date;
  endedAt: Date | null;
  end: { reason: EndReason; to: DeviceRef | null } | null;
  service: Named;
  /** Of an identity: the public half of its key pair on this device. */
  key?: { publicKey: PublicKey; thumbprint: string };
  lastUsedAt?: Date;
}

export interface TimelineItem {
  /** Number of the transition; `rec_…/<seq>` is its id. */
  seq: number;
  at: Date;
  step: StepId;
  what: string;
  actor: Actor;
  note?: string;
}

export interface RecoveryDoc {
  _id: string;
  kind: RecoveryKind;
  /** Of restores and duplications; absent in recoveries of other kinds. */
  way?: RecoveryWay;
  state: RecoveryState;
  step: StepId;
  /** How many transitions were applied; each filters on the number before its own. */
  version: number;
  account: { id: string; userName: string; email: string; name: string; locale: string };
  tokens: { id: string; serial: string; type: TokenType; service: Named }[];
  fromDevice: DeviceRef | null;
  toDevice: DeviceRef | null;
  /** Only this device may claim, when set. */
  forDevice: string | null;
  /** Of a restore by code: the device that asks for it. */
  asking?: DeviceRef;
  /** Devices that the identity was taken from when it was bound. */
  unpaired?: DeviceRef[];
  /** The device that has scanned the QR code, and what both show. */
  pairing?: { digits: string; device: DeviceRef };
  /** Of a transfer: what its message leads to, as policy was when it began. */
  activation?: { base: string; isStrict: boolean };
  recreation?: RecreationFacts;
  /** Migrations that a reload takes over once its owner has proved himself. */
  takesOver: { recoveryId: string; tokenId: string }[];
  /** Mixed into the seeds offered to devices; 128 random bits, base64url. */
  salt: string;
  challenge: { issue: number; issuedAt: Date; attemptsLeft: number; resendsLeft: number } | null;
  extensionsLeft: number;
  policyVersion: number;
  startedAt: Date;
  deadline: Date;
  endedAt: Date | null;
  timeline: TimelineItem[];
  trouble: TroubleItem | null;
  /** Lower-case user name, address and serials: what the console searches by prefix. */
  searchable: string[];
}

/** Of a recreation (guide 003). */
export interface RecreationFacts {
  /** The browser in which its owner goes on; null before the first mailed code. */
  provenIn: string | null;
  /** Those asked; none when the account has none set. */
  questions: QuestionId[];
  roundsLeft: number;
  support: {
    since: Date;
    respondBy: Date;
    verification: { by: Named; at: Date; how: string; note: string } | null;
    answeredAt: Date | null;
  } | null;
  reason: RecreationReason | null;
  /** What the token was before *Yes* suspended it. */
  suspendedFrom: TokenState | null;
  activation: {
    attempt: number;
    serial: string;
    expiresAt: Date;
    attemptsLeft: number;
    /** Once registered, until the first code is right. */
    seed: SealedValue | null;
  } | null;
  startOversLeft: number;
}

export interface TroubleItem {
  cause: NotedCause;
  since: Date;
  activity?: string;
  attempts?: number;
  lastError?: string;
}

export interface MailDoc {
  /** The idempotency key: recovery and transition, or another unique occasion. */
  _id: string;
  recoveryId: string | null;
  accountId: string;
  template: string;
  to: string;
  state: MailState;
  providerId: string | null;
  detail: string | null;
  at: Date;
  /** When it was last given to a provider; absent before. */
  takenUpAt?: Date;
  /** Only with the outbox: the message itself, sealed. */
  body: SealedValue | null;
}

/** A letter that no workflow of a recovery sends, until it was handed over. */
export interface LetterDoc {
  _id: string;
  /** The recovery whose ending it tells; absent outside any. */
  recoveryId?: string;
  accountId: string;
  to: string;
  letter: SealedValue;
  queuedAt: Date;
}

export interface AuditDoc {
  _id: string;
  at: Date;
  what: string;
  actor: Actor;
  object: { kind: string; id: string };
  account: string | null;
  detail: Record<string, unknown>;
  reason: string | null;
}

export interface SealDoc {
  _id: number;
  sealedAt: Date;
  records: { id: string; hash: string }[];
  previous: string;
  hash: string;
  signature: string;
}
