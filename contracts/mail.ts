import type { RecoveryKind, TokenType } from '../domain/words.ts';

/**
 * Every message Latchkey sends, with what it needs to be written. Codes and links are filled in where a message is rendered;
 * none of them is kept (security.md C-08).
 */
export interface MailFacts {
  /** An account was created: set a password, then enrol. */
  activation: { name: string; userName: string; setPasswordUrl: string };
  /** "Forgot password?" */
  'password-reset': { name: string; resetUrl: string };
  /** A token waits to be bound for the first time. */
  'token-ready': { name: string; service: string; authenticatorUrl: string; until: number; notMeUrl: string };
  /** The code of a recovery; also the notice that it was started. */
  'mail-code': {
    name: string;
    kind: RecoveryKind;
    service: string;
    device: string;
    code: string;
    validMinutes: number;
    address: string;
    notMeUrl: string;
  };
  /** Tokens work on a device from now on. */
  completed: {
    name: string;
    kind: RecoveryKind;
    services: string[];
    toDevice: string;
    fromDevice: string;
    /** Devices that the identity was taken from by it. */
    unpaired: string[];
    at: number;
    address: string;
    notMeUrl: string;
  };
  /** A recovery ended without effect. */
  ended: {
    name: string;
    kind: RecoveryKind;
    services: string[];
    outcome: 'cancelled' | 'expired' | 'locked' | 'failed';
    by: 'you' | 'support' | 'us';
    reason: string;
    /** What was said to be lost stays suspended. */
    isSuspended: boolean;
    portalUrl: string;
    notMeUrl: string;
  };
  /** The security questions of the account were set or changed. */
  'questions-set': { name: string; at: number; address: string; portalUrl: string };
  /** How a recreation goes on (guide 003). `until`: by when support answers, or the recovery's deadline. */
  'recreation-news': {
    name: string;
    news: 'started' | 'support-asked' | 'caller-approved' | 'caller-declined' | 'recreation-confirmed';
    service: string;
    at: number;
    address: string;
    until: number;
    isLost: boolean;
    portalUrl: string;
    notMeUrl: string;
  };
  /** Support prolonged a recovery. */
  extended: { name: string; kind: RecoveryKind; until: number; reason: string; notMeUrl: string };
  /** "This wasn't me" was pressed; what we did. */
  repudiated: { name: string; services: string[] };
  /** An identity was created on a device. */
  'identity-created': { name: string; device: string; at: number; address: string; portalUrl: string };
  /** *Show QR code* was chosen on a device of the identity: somebody is about to pair another one. */
  'pairing-started': {
    name: string;
    kind: RecoveryKind;
    device: string;
    at: number;
    address: string;
    notMeUrl: string;
  };
  /** The restore code of the identity changed; the code itself is never in it. */
  'restore-code-changed': {
    name: string;
    change: 'activated' | 'renewed' | 'disabled';
    by: 'you' | 'support';
    reason: string;
    at: number;
    address: string;
    portalUrl: string;
  };
  /** Support has seen the restore code in order to hand it to its owner, or a new one was made for that. */
  'restore-code-handed-out': {
    name: string;
    way: 'copy' | 'phone' | 'print';
    isFresh: boolean;
    reason: string;
    at: number;
    portalUrl: string;
  };
  /** Support sends the restore code to its owner. */
  'restore-code': { name: string; code: string; isFresh: boolean; reason: string };
  /** The identity was deactivated on a device. */
  'device-unpaired': {
    name: string;
    device: string;
    by: 'you' | 'support';
    reason: string;
    at: number;
    address: string;
    portalUrl: string;
  };
  /** Somebody with the right restore code tried to begin a second restore while one was running. */
  'restore-tried': { name: string; kind: RecoveryKind; at: number; address: string; notMeUrl: string };
  /**
   * The activation of a transfer (guide 002): what the QR code says and the typed form; or, under a strict policy, only the link to
   * the page that shows them.
   */
  'transfer-activation': {
    name: string;
    userName: string;
    services: string[];
    device: string;
    at: number;
    address: string;
    until: number;
    qr: string | null;
    code: string | null;
    pageUrl: string | null;
    notMeUrl: string;
  };
  /** A token was disabled, enabled or deleted. */
  'token-changed': {
    name: string;
    /** An identity signs in everywhere: it has no service to name. */
    type: TokenType;
    service: string;
    change: 'disabled' | 'enabled' | 'deleted';
    at: number;
    portalUrl: string;
  };
}

export type MailTemplate = keyof MailFacts;

/** A message to write: the same letter always renders to the same bytes (security.md C-10). */
export type Letter = { [T in MailTemplate]: { template: T; locale: string; facts: MailFacts[T] } }[MailTemplate];

/** A message as handed to a provider. */
export interface RenderedMail {
  subject: string;
  html: string;
  text: string;
}

/** What became of handing it over. `unknown`: it may or may not have been taken. */
export type HandOver =
  | { state: 'accepted'; providerId: string }
  | { state: 'unknown'; detail: string }
  | { state: 'failed'; detail: string };

/** A way to hand mail over. Temporary failures are thrown (and retried by Temporal); final ones are returned. */
export interface MailTransport {
  readonly name: 'resend' | 'smtp' | 'outbox';
  /** Whether the provider itself makes a repeated hand-over under one key harmless (M-07). */
  readonly isIdempotent: boolean;
  /** Codes overtake notices where a provider sets a pace (L-04). */
  handOver(mail: { key: string; to: string; priority?: 'code' | 'notice' } & RenderedMail): Promise<HandOver>;
}
