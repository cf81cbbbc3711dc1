import type { RecoveryKind } from '../../../domain/words.ts';

/** How each recovery is called within a sentence to its owner. */
export const kindWords = {
  enrolment: 'enrolment',
  migration: 'migration',
  reload: 'reload',
  restore: 'restore',
  duplication: 'duplication',
  transfer: 'transfer',
  recreation: 'new token',
} as const satisfies Record<RecoveryKind, string>;
