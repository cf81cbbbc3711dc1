import type { CaseRow } from '../../contracts/recoveries.ts';
import type { RecoveryAction } from '../../domain/actions.ts';
import { guideOf, guides } from '../../domain/guides.ts';
import type { AwaitedParty, MailState, RecoveryKind, RecoveryState, RecoveryWay } from '../../domain/words.ts';
import type { MailTemplate } from '../../contracts/mail.ts';
import { asWords } from '../display/words.ts';

export const kindWords: Record<RecoveryKind, string> = {
  enrolment: 'Enrolment',
  migration: 'Migration',
  reload: 'Reload',
  restore: 'Restore',
  duplication: 'Duplication',
  transfer: 'Transfer',
  recreation: 'Recreation',
};

export const wayWords: Record<RecoveryWay, string> = {
  code: 'by code',
  qr: 'by QR code',
  questions: 'by questions',
};

/** What a recovery is, in a word or with its way. */
export function titleOf({ kind, way }: Pick<CaseRow, 'kind' | 'way'>): string {
  return way === null ? kindWords[kind] : `${kindWords[kind]} ${wayWords[way]}`;
}

export const stateWords: Record<RecoveryState, string> = {
  proving: 'Proving',
  'awaiting-support': 'Awaiting support',
  'awaiting-device': 'Awaiting device',
  completed: 'Completed',
  cancelled: 'Cancelled',
  expired: 'Expired',
  locked: 'Locked',
  failed: 'Failed',
};

export const awaitedWords: Record<AwaitedParty, string> = {
  'account-holder': 'Account holder',
  device: 'Device',
  support: 'Support',
  nobody: 'Nobody',
};

export const mailStateWords: Record<MailState, string> = {
  queued: 'Queued',
  sending: 'Sending',
  accepted: 'Accepted',
  delivered: 'Delivered',
  bounced: 'Bounced',
  unknown: 'Unknown',
  failed: 'Failed',
};

const mailWords: Record<MailTemplate, string> = {
  activation: 'Account activation',
  'password-reset': 'Password reset',
  'token-ready': 'A token is ready',
  'mail-code': 'Code by e-mail',
  completed: 'Recovery completed',
  ended: 'Recovery ended',
  extended: 'More time given',
  repudiated: '“This wasn’t me” received',
  'identity-created': 'Identity created',
  'pairing-started': 'QR code pairing started',
  'restore-code-changed': 'Restore code changed',
  'restore-code-handed-out': 'Restore code handed out',
  'restore-code': 'Restore code',
  'device-unpaired': 'Device unpaired',
  'restore-tried': 'A second restore was tried',
  'transfer-activation': 'Activation of a transfer',
  'token-changed': 'Token changed',
  'questions-set': 'Security questions set',
  'recreation-news': 'Recreation news',
};

export function mailTitle(template: string): string {
  return Object.entries(mailWords).find(([name]) => name === template)?.[1] ?? asWords(template);
}

export const actionWords: Record<RecoveryAction, string> = {
  resend: 'Resend code',
  extend: 'Extend',
  cancel: 'Cancel recovery',
};

/** Of a timeline; what is not listed reads as it is spelled. */
const eventWords: Record<string, string> = {
  opened: 'Opened',
  scanned: 'The new device scanned the QR code',
  'pairing-confirmed': 'The old device confirmed the digits',
  'restore-code-accepted': 'Restore code accepted',
  activated: 'The new device brought the activation',
  'mail-code-accepted': 'Code accepted',
  'mail-code-refused': 'Wrong code',
  'mail-code-resent': 'A new code was mailed',
  'claim-refused': 'A device was refused: its proof was not right',
  extended: 'Deadline prolonged',
  moved: 'The device proved itself, and it works there now',
  'taken-over': 'A reload of the device took the token over',
  'answers-accepted': 'Security questions answered',
  'answers-refused': 'Wrong answers',
  'support-asked': 'Support was asked for help',
  'caller-verified': 'The caller was verified',
  'caller-approved': 'A supervisor let it go on',
  'caller-declined': 'A supervisor sent the verification back',
  'recreation-confirmed': 'Yes: the former token was suspended',
  'started-over': 'Started over, with new codes',
  'registration-refused': 'Wrong registration code',
  registered: 'Registration code accepted',
  'first-code-refused': 'Wrong first code',
  recreated: 'The new token works, and the former one is gone',
};

/** What a recovery that came to nothing leaves behind. */
export function tokensAfter({ kind }: Pick<CaseRow, 'kind'>): string {
  return kind === 'recreation'
    ? 'The token is as it was; one that its owner said was lost stays suspended.'
    : 'The tokens are as they were.';
}

export function eventTitle(what: string): string {
  return eventWords[what] ?? asWords(what);
}

/** The title that the guide gives the step a recovery is at. */
export function stepTitle({ kind, way, step }: Pick<CaseRow, 'kind' | 'way' | 'step'>): string {
  return guides[guideOf(kind, way)].find(({ id }) => id === step)?.title ?? asWords(step);
}
