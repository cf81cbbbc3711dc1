import { betterAuth } from 'better-auth';
import { endSessionsOfDisabled } from '../../store/account-state.ts';
import { isActiveAccount } from '../../store/accounts.ts';
import type { Database } from '../../store/database.ts';
import { passwordRules, realmOptions, type RealmPlace } from './realm-options.ts';

export type PortalRealm = ReturnType<typeof portalRealm>;

export const portalAuthPath = '/v1/portal/auth';
/** What of better-auth the portal offers; everything else is absent. */
export const portalAuthOperations = [
  '/sign-in/email',
  '/sign-out',
  '/get-session',
  '/request-password-reset',
  '/reset-password',
];

/** S-03: ten minutes idle. */
const idleSeconds = 600;
/** M-04. */
const resetSeconds = 30 * 60;

/**
 * Account holders' sign-in. The id of a user is the id of the account.
 * @param mailReset puts the mailed link on its way; it must not take longer for a known address than for an unknown one
 */
export function portalRealm(
  place: Omit<RealmPlace, 'name' | 'basePath' | 'idleSeconds'> & { database: Database },
  mailReset: (account: { id: string; name: string; email: string }, token: string) => void,
) {
  return betterAuth({
    // A disabled account is answered as a wrong password is (E-01).
    databaseHooks: {
      session: {
        create: {
          before: async ({ userId }) => ((await isActiveAccount(place.database, userId)) ? undefined : false),
          after: async ({ userId }) => {
            await endSessionsOfDisabled(place.database, userId);
          },
        },
      },
    },
    ...realmOptions({ ...place, name: 'portal', basePath: portalAuthPath, idleSeconds }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      ...passwordRules,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: resetSeconds,
      sendResetPassword: ({ user, token }) => {
        mailReset(user, token);
        return Promise.resolve();
      },
    },
  });
}
