/** The vocabulary of design.md, spelled once. Every other file derives its unions and records from these lists. */

export const recoveryKinds = [
  'enrolment',
  'migration',
  'reload',
  'restore',
  'duplication',
  'transfer',
  'recreation',
] as const;
/** What a recovery is for. An enrolment, the first binding of a token, travels on the same rails. */
export type RecoveryKind = (typeof recoveryKinds)[number];

export const recoveryWays = ['code', 'qr', 'questions'] as const;
/**
 * How a restore or duplication is proved: by restore code and mailed code, or by the old device and a QR code. A recreation:
 * `questions` where policy asks for no mailed code.
 */
export type RecoveryWay = (typeof recoveryWays)[number];

export const openStates = ['proving', 'awaiting-support', 'awaiting-device'] as const;
export const closedStates = ['completed', 'cancelled', 'expired', 'locked', 'failed'] as const;
export const recoveryStates = [...openStates, ...closedStates] as const;
export type OpenState = (typeof openStates)[number];
export type ClosedState = (typeof closedStates)[number];
export type RecoveryState = (typeof recoveryStates)[number];

export function isOpen(state: RecoveryState): state is OpenState {
  return openStates.some((open) => open === state);
}

export const otpTypes = ['totp', 'hotp'] as const;
export type OtpType = (typeof otpTypes)[number];

export const tokenTypes = [...otpTypes, 'identity'] as const;
/** An OTP token is on one device at a time; an identity has a key pair on each of its devices. */
export type TokenType = (typeof tokenTypes)[number];

export const tokenStates = ['pending', 'active', 'migrating', 'locked', 'disabled', 'suspended', 'deleted'] as const;
/**
 * `pending`: never bound yet · `migrating`: confirmed to move, still working where it is · `locked`: too many wrong codes ·
 * `disabled`: by its owner or staff · `suspended`: its owner said "this wasn't me".
 */
export type TokenState = (typeof tokenStates)[number];

/** An account's identity signs in at every service; in lists it stands under this name. */
export const identityService = { id: 'svc_identity--------------', name: 'Identity' } as const;

export const endReasons = ['moved', 'reloaded', 'deleted', 'restored', 'unpaired', 'recreated'] as const;
/** Why a binding ended; the device is told at its next contact. */
export type EndReason = (typeof endReasons)[number];

export const signInStates = ['pending', 'approved', 'refused', 'expired'] as const;
export type SignInState = (typeof signInStates)[number];

export const staffRoles = ['agent', 'supervisor', 'auditor', 'administrator'] as const;
export type StaffRole = (typeof staffRoles)[number];

export const awaitedParties = ['account-holder', 'device', 'support', 'nobody'] as const;
export type AwaitedParty = (typeof awaitedParties)[number];

export const actorKinds = ['account-holder', 'device', 'staff', 'service', 'system', 'anonymous'] as const;
export type ActorKind = (typeof actorKinds)[number];

/** Who does something, from where. `id` is an account, device, staff or service id; never a name. */
export interface Actor {
  kind: ActorKind;
  id: string;
  role?: StaffRole;
  address?: string;
  /** SHA-256 of the session or proof the deed came with, shortened; never the session itself. */
  session?: string;
  requestId?: string;
}

export const system: Actor = { kind: 'system', id: 'latchkey' };

export const mailStates = ['queued', 'sending', 'accepted', 'delivered', 'bounced', 'unknown', 'failed'] as const;
export type MailState = (typeof mailStates)[number];

/** Nobody notes these: the clock tells, whenever somebody looks. */
const clockCauses = ['deadline-passed', 'support-late'] as const;
export const notedCauses = [
  'activity-failing',
  'mail-bounced',
  'workflow-gone',
  'not-me',
  'locked',
  'expired',
  'failed',
] as const;
/** Why a recovery needs a look, in order of precedence: each recovery stands under one cause only. */
export const troubleCauses = [...clockCauses, ...notedCauses] as const;
export type ClockCause = (typeof clockCauses)[number];
export type NotedCause = (typeof notedCauses)[number];
export type TroubleCause = (typeof troubleCauses)[number];
