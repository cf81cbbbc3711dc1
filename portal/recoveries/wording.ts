import type { Recovery } from '../../contracts/recoveries.ts';
import { staysSuspended, type RecreationReason } from '../../domain/recreation.ts';
import { isRestoring } from '../../domain/restoration.ts';
import { isOpen } from '../../domain/words.ts';

export const kindNames = {
  enrolment: 'First activation',
  migration: 'Migration',
  reload: 'Reload',
  restore: 'Restore',
  duplication: 'Duplication',
  transfer: 'Transfer',
  recreation: 'Recreation',
} as const satisfies Record<Recovery['kind'], string>;

const wayNames = {
  code: 'by code',
  qr: 'by QR code',
  questions: 'by questions',
} as const satisfies Record<NonNullable<Recovery['way']>, string>;

/** `Restore by QR code`. */
export function spellKind({ kind, way }: Pick<Recovery, 'kind' | 'way'>): string {
  return way === null ? kindNames[kind] : `${kindNames[kind]} ${wayNames[way]}`;
}

/** Restores, duplications and transfers: there is nothing to enter here. */
export function goesOnInApp(kind: Recovery['kind']): boolean {
  return kind === 'transfer' || isRestoring(kind);
}

const stateNames = {
  proving: 'Waiting for your code',
  'awaiting-support': 'Waiting for support',
  'awaiting-device': 'Waiting for the device',
  completed: 'Completed',
  cancelled: 'Cancelled',
  expired: 'Expired',
  locked: 'Closed: too many wrong codes',
  failed: 'Failed',
} as const satisfies Record<Recovery['state'], string>;

/** The app of a recreation tells nobody anything: its owner brings each code here. */
const recreationWaits: Partial<Record<Recovery['step'], string>> = {
  'prove-ownership': 'Waiting for your code',
  'answer-questions': 'Waiting for your answers',
  'choose-action': 'Waiting for your choice',
  register: 'Waiting for the registration code',
  'first-code': 'Waiting for the first code',
};

/** By QR code there is no code to type: the new device scans, then the old one confirms. */
export function spellState({ kind, state, way, step }: Pick<Recovery, 'kind' | 'state' | 'way' | 'step'>): string {
  if (kind === 'recreation' && isOpen(state) && state !== 'awaiting-support')
    return recreationWaits[step] ?? stateNames[state];
  if (kind === 'transfer' && state === 'proving') return 'Waiting for the activation';
  if (state !== 'proving' || way !== 'qr') return stateNames[state];
  return step === 'compare' ? 'Waiting for your confirmation' : 'Waiting for the scan';
}

export const stateColours = {
  proving: 'warning',
  'awaiting-support': 'info',
  'awaiting-device': 'info',
  completed: 'success',
  cancelled: 'default',
  expired: 'default',
  locked: 'error',
  failed: 'error',
} as const satisfies Record<Recovery['state'], string>;

export const awaitedNames = {
  'account-holder': 'You',
  device: 'The app on your device',
  support: 'Support',
  nobody: 'Nobody',
} as const satisfies Record<Recovery['awaiting'], string>;

export function spellDevice(device: Recovery['fromDevice']): string {
  return device === null ? 'no device yet' : `${device.model} (ID ${device.shortId})`;
}

export function spellTokens(recovery: Recovery): string {
  return recovery.tokens.map((token) => `${token.service.name} ${token.maskedSerial}`).join(', ');
}

const staysAsleep = 'The token stays suspended, because its device was lost. You can still make it anew.';

/** What does not change when a recovery ends without effect. */
function spellAsItWas({ kind, fromDevice }: Recovery, reason: RecreationReason | null): string {
  if (kind === 'recreation')
    return reason !== null && staysSuspended(reason) ? staysAsleep : 'The token is as it was before.';
  if (isRestoring(kind)) return 'Nothing has changed: your identity is on the devices where it was.';
  return fromDevice === null ? 'Nothing has changed.' : `Nothing has changed on ${spellDevice(fromDevice)}.`;
}

/** What cancelling leaves alone, said before it is done. */
export function spellWhatStays(recovery: Recovery, reason: RecreationReason | null = null): string {
  if (recovery.kind === 'recreation') return spellWhatWakes(recovery, reason);
  if (isRestoring(recovery.kind)) return 'Your identity stays on the devices where it is.';
  const stays = recovery.tokens.length === 1 ? 'stays' : 'stay';
  const asBefore = recovery.tokens.length === 1 ? 'as it was' : 'as they were';
  return `${spellTokens(recovery)} ${stays} on ${spellDevice(recovery.fromDevice)} ${asBefore}.`;
}

function spellWhatWakes(recovery: Recovery, reason: RecreationReason | null): string {
  const tokens = spellTokens(recovery);
  if (reason === null) return `Nothing has changed so far: ${tokens} stays as it is.`;
  return staysSuspended(reason)
    ? `${tokens} stays suspended, because its device was lost.`
    : `${tokens} is again as it was before, and what the app was given here is void.`;
}

function spellSuccess(recovery: Recovery): string {
  const device = spellDevice(recovery.toDevice);
  if (recovery.kind === 'recreation') return `Your new token is ready: ${spellTokens(recovery)}.`;
  if (recovery.kind === 'restore') return `Your identity now works on ${device}. Its former devices were unpaired.`;
  if (recovery.kind === 'duplication') return `Your identity now works on ${device}, with a key of its own there.`;
  return `${spellTokens(recovery)} now ${recovery.tokens.length === 1 ? 'works' : 'work'} on ${device}.`;
}

/** How a recovery ended, in a sentence for its owner; `undefined` while it is open. */
export function spellEnding(recovery: Recovery, reason: RecreationReason | null = null): string | undefined {
  const asItWas = spellAsItWas(recovery, reason);
  const start = `${kindNames[recovery.kind]} of ${spellTokens(recovery)}`;
  switch (recovery.state) {
    case 'proving':
    case 'awaiting-support':
    case 'awaiting-device':
      return undefined;
    case 'completed':
      return spellSuccess(recovery);
    case 'cancelled':
      return `${start} was cancelled. ${asItWas}`;
    case 'expired':
      return `${start} has expired. ${asItWas}`;
    case 'locked':
      return `${start} was closed after too many wrong codes. ${asItWas}`;
    case 'failed':
      return `${start} could not be finished. ${asItWas} Try again, or contact support.`;
  }
}

/** What an open restore, duplication or transfer waits for, in the app. */
export function spellNextInApp(recovery: Recovery): string {
  const { kind, step, way, fromDevice, toDevice, pairing } = recovery;
  if (kind === 'transfer') return spellNextOfTransfer(recovery);
  const old = fromDevice === null ? 'your old device' : spellDevice(fromDevice);
  const fresh = toDevice === null ? 'the new device' : spellDevice(toDevice);
  if (step === 'await-device') return `Choose a passcode in the app on ${fresh}.`;
  if (way !== 'qr')
    return `Your restore code was right. Enter the second code, which we mailed you, in the app on ${fresh}.`;
  if (pairing === null) return `Choose Start QR code pairing on the new device, and scan what ${old} shows.`;
  return `${spellDevice(pairing.device)} has scanned the code. Confirm on ${old}, if both devices show these two digits.`;
}

function spellNextOfTransfer({ step, fromDevice }: Recovery): string {
  const stays = `Until the tokens have moved, they keep working on ${spellDevice(fromDevice)}.`;
  if (step === 'await-device') return `Your new device has brought the activation: choose Done there. ${stays}`;
  return `We mailed you an activation. In the app on your new device, choose I have an activation code, and scan it or type it. ${stays}`;
}
