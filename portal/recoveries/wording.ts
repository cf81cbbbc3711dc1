import type { Recovery } from '../../contracts/recoveries.ts';

export const kindNames = {
  enrolment: 'First activation',
  migration: 'Migration',
  reload: 'Reload',
} as const satisfies Record<Recovery['kind'], string>;

export const stateNames = {
  proving: 'Waiting for your code',
  'awaiting-device': 'Waiting for the device',
  completed: 'Completed',
  cancelled: 'Cancelled',
  expired: 'Expired',
  locked: 'Closed: too many wrong codes',
  failed: 'Failed',
} as const satisfies Record<Recovery['state'], string>;

export const stateColours = {
  proving: 'warning',
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
  nobody: 'Nobody',
} as const satisfies Record<Recovery['awaiting'], string>;

export function spellDevice(device: Recovery['fromDevice']): string {
  return device === null ? 'no device yet' : `${device.model} (ID ${device.shortId})`;
}

export function spellTokens(recovery: Recovery): string {
  return recovery.tokens.map((token) => `${token.service.name} ${token.maskedSerial}`).join(', ');
}

/** How a recovery ended, in a sentence for its owner; `undefined` while it is open. */
export function spellEnding(recovery: Recovery): string | undefined {
  const tokens = spellTokens(recovery);
  const asItWas =
    recovery.fromDevice === null
      ? 'Nothing has changed.'
      : `Nothing has changed on ${spellDevice(recovery.fromDevice)}.`;
  const start = `${kindNames[recovery.kind]} of ${tokens}`;
  switch (recovery.state) {
    case 'proving':
    case 'awaiting-device':
      return undefined;
    case 'completed':
      return `${tokens} now works on ${spellDevice(recovery.toDevice)}.`;
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
