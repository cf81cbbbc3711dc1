import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { twoFactor } from 'better-auth/plugins';
import { z } from 'zod';
import { takeStaffCode } from '../../store/challenges.ts';
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

const UsedCode = z.object({ code: z.string() });

/** Staff's sign-in: password and TOTP; e-mail is never a factor of staff (S-02). */
export function staffRealm(place: Omit<RealmPlace, 'name' | 'basePath' | 'idleSeconds'>) {
  const options = realmOptions({ ...place, name: 'staff', basePath: staffAuthPath, idleSeconds });
  return betterAuth({
    ...options,
    databaseHooks: {
      session: {
        create: {
          before: async ({ userId }, context) => {
            // Disabled staff are answered as a wrong password is (S-07).
            if (await isDisabledStaff(place.database, userId)) return false;
            const code = context?.path === '/two-factor/verify-totp' ? UsedCode.parse(context.body).code : undefined;
            if (code !== undefined && !(await takeStaffCode(place.database, userId, code)))
              throw new APIError('UNAUTHORIZED');
          },
        },
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
    plugins: [
      twoFactor({
        issuer: 'Latchkey',
        schema: { twoFactor: { modelName: 'staffTwoFactors' } },
        // S-02: always means always. No browser is trusted with the password alone, whatever it asks for.
        trustDeviceMaxAge: 0,
      }),
    ],
  });
}
