import type { TokenState, TokenType } from '../../domain/words.ts';
import type { Tone } from '../display/SoftChip.tsx';

export const tokenTypeWords: Record<TokenType, string> = { totp: 'TOTP', hotp: 'HOTP', identity: 'Identity' };

export const tokenStateLooks: Record<TokenState, { label: string; tone: Tone }> = {
  pending: { label: 'Pending', tone: 'secondary' },
  active: { label: 'Active', tone: 'success' },
  migrating: { label: 'Migrating', tone: 'primary' },
  locked: { label: 'Locked', tone: 'error' },
  disabled: { label: 'Disabled', tone: 'muted' },
  suspended: { label: 'Suspended', tone: 'error' },
  deleted: { label: 'Deleted', tone: 'muted' },
};
