import { verifyBackupCode, verifyCode } from './staff-auth.ts';

/** How staff answer for their second factor. */
export const ways = {
  code: {
    about: 'Enter the code that your authenticator shows for Latchkey.',
    label: 'Code',
    verify: verifyCode,
    other: 'Use a backup code',
    input: { inputMode: 'numeric', autoComplete: 'one-time-code', maxLength: 9 },
  },
  backup: {
    about: 'Enter one of the backup codes that you stored. Each works once.',
    label: 'Backup code',
    verify: verifyBackupCode,
    other: 'Use the authenticator',
    input: { autoComplete: 'off', maxLength: 32 },
  },
} as const;

export type Way = keyof typeof ways;
