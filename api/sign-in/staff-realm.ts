import { betterAuth } from 'better-auth';
import { twoFactor } from 'better-auth/plugins';
import { isDisabledStaff } from '../../store/staff.ts';
import { passwordRules, realmOptions, type RealmPlace } from './realm-options.ts';

export type StaffRealm = ReturnType<typeof staffRealm>;

export const staffAuthPath = '/v1/admin/auth';
export const staffAuthOperations = [
  '/sign-in/email',
  '/sign-out',
  '/get-session',
  '/two-factor/enable',
  '/two-factor/verify-totp',
  '/two-factor/verify-backup-code',
];

/** S-03: fifteen minutes idle. */
const idleSeconds = 900;

/** Staff's sign-in: password and TOTP; e-mail is never a factor of staff (S-02). */
export function staffRealm(place: Omit<RealmPlace, 'name' | 'basePath' | 'idleSeconds'>) {
  const options = realmOptions({ ...place, name: 'staff', basePath: staffAuthPath, idleSeconds });
  return betterAuth({
    ...options,
    // Disabled staff are answered as a wrong password is (S-07).
    databaseHooks: {
      session: {
        create: { before: async ({ userId }) => ((await isDisabledStaff(place.database, userId)) ? false : undefined) },
      },
    },
    user: {
      ...options.user,
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        state: { type: 'string', required: false, input: false },
      },
    },
    emailAndPassword: { enabled: true, disableSignUp: true, ...passwordRules },
    plugins: [twoFactor({ issuer: 'Latchkey', schema: { twoFactor: { modelName: 'staffTwoFactors' } } })],
  });
}
