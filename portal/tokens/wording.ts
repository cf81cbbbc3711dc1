import type { PortalToken } from '../../contracts/tokens.ts';

const stateNames = {
  pending: 'WAITING FOR DEVICE',
  active: 'ACTIVE SERVICE',
  migrating: 'MIGRATING',
  locked: 'LOCKED',
  disabled: 'DISABLED',
  suspended: 'SUSPENDED',
  deleted: 'DELETED',
} as const satisfies Record<PortalToken['state'], string>;

/** An identity serves no single service; a token on the move is called by what moves it. */
export function nameOfState({ type, state, recovery }: Pick<PortalToken, 'type' | 'state' | 'recovery'>): string {
  if (state === 'migrating' && recovery?.kind === 'transfer') return 'TRANSFERRING';
  return type === 'identity' && state === 'active' ? 'ACTIVE' : stateNames[state];
}

export const stateColours = {
  pending: 'info',
  active: 'success',
  migrating: 'secondary',
  locked: 'error',
  disabled: 'default',
  suspended: 'error',
  deleted: 'default',
} as const satisfies Record<PortalToken['state'], string>;

const stateHints: Partial<Record<PortalToken['state'], string>> = {
  locked: 'Too many wrong codes: its codes are refused. Migrate the token, or contact support.',
  disabled: 'Its codes are refused until you enable it.',
  suspended: 'Frozen because you said "this wasn\'t me". Contact support.',
};

/** What a state means, where its name does not say it all. */
export function hintOf(
  { type, state, recovery = null }: Pick<PortalToken, 'type' | 'state'> & Partial<Pick<PortalToken, 'recovery'>>,
  mayRecreate = false,
): string | undefined {
  if (state === 'suspended' && recovery?.kind === 'recreation') return 'Its codes are refused while you make it anew.';
  if (state === 'suspended' && mayRecreate) return 'Its codes are refused, because its device was lost.';
  return type === 'identity' && state === 'disabled'
    ? 'Nobody can sign in with it until you enable it.'
    : stateHints[state];
}

export const typeNames = {
  totp: 'OTP type: time-based',
  hotp: 'OTP type: counter-based',
  identity: 'Type: Identity',
} as const satisfies Record<PortalToken['type'], string>;

const changes = {
  disable: 'is disabled: its codes are refused until you enable it.',
  enable: 'is enabled: its codes work again.',
  delete: 'is deleted.',
};
const identityChanges: typeof changes = {
  disable: 'is disabled: nobody can sign in with it until you enable it.',
  enable: 'is enabled: you can sign in with it again.',
  delete: 'is deleted.',
};

/** What has changed, in a sentence. */
export function spellChange(token: PortalToken, change: keyof typeof changes): string {
  const what = token.type === 'identity' ? identityChanges[change] : changes[change];
  return `${token.service.name} ${token.maskedSerial} ${what}`;
}
