import type { RecoveryAction } from '../../domain/actions.ts';
import { guides, type StepId } from '../../domain/guides.ts';
import type { AwaitedParty, MailState, RecoveryKind, RecoveryState } from '../../domain/words.ts';
import type { MailTemplate } from '../../contracts/mail.ts';
import { asWords } from '../display/words.ts';

export const kindWords: Record<RecoveryKind, string> = {
  enrolment: 'Enrolment',
  migration: 'Migration',
  reload: 'Reload',
};

export const stateWords: Record<RecoveryState, string> = {
  proving: 'Proving',
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
  'token-changed': 'Token changed',
};

export function mailTitle(template: string): string {
  return Object.entries(mailWords).find(([name]) => name === template)?.[1] ?? template;
}

export const actionWords: Record<RecoveryAction, string> = {
  resend: 'Resend code',
  extend: 'Extend',
  cancel: 'Cancel recovery',
};

/** Of a timeline; what is not listed reads as it is spelled. */
const eventWords: Record<string, string> = {
  opened: 'Opened',
  'mail-code-accepted': 'Code accepted',
  'mail-code-refused': 'Wrong code',
  'mail-code-resent': 'A new code was mailed',
  'claim-refused': 'A device was refused: its proof was not right',
  extended: 'Deadline prolonged',
  moved: 'The device proved itself, and has the tokens',
  'taken-over': 'A reload of the device took the token over',
};

export function eventTitle(what: string): string {
  return eventWords[what] ?? asWords(what);
}

/** The title that the guide gives a step. */
export function stepTitle(kind: RecoveryKind, step: StepId): string {
  return guides[kind].find(({ id }) => id === step)?.title ?? step;
}
