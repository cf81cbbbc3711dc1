import type { PortalToken } from '../../contracts/tokens.ts';

export const stateNames = {
  pending: 'WAITING FOR DEVICE',
  active: 'ACTIVE SERVICE',
  migrating: 'MIGRATING',
  locked: 'LOCKED',
  disabled: 'DISABLED',
  suspended: 'SUSPENDED',
  deleted: 'DELETED',
} as const satisfies Record<PortalToken['state'], string>;

export const stateColours = {
  pending: 'info',
  active: 'success',
  migrating: 'secondary',
  locked: 'error',
  disabled: 'default',
  suspended: 'error',
  deleted: 'default',
} as const satisfies Record<PortalToken['state'], string>;

/** What a state means, where its name does not say it all. */
export const stateHints: Partial<Record<PortalToken['state'], string>> = {
  locked: 'Too many wrong codes: its codes are refused. Migrate the token, or contact support.',
  disabled: 'Its codes are refused until you enable it.',
  suspended: 'Frozen because you said "this wasn\'t me". Contact support.',
};

export const typeNames = {
  totp: 'time-based',
  hotp: 'counter-based',
} as const satisfies Record<PortalToken['type'], string>;
