import type { AuthProvider } from 'react-admin';
import { isRefusedWith } from '../connection/refused.ts';
import { mayUse } from './access.ts';
import { forgetMe, isSomebodyKnown, me } from './me.ts';
import { signOut } from './staff-auth.ts';

let leftOnPurpose = false;

/** Where sign-in leads: back to where a session ran out; to the front for whoever comes after somebody who left. */
export function landingPage(): string | undefined {
  return leftOnPurpose ? '/' : undefined;
}

export const authProvider: AuthProvider = {
  /** The page has signed in already, maybe in two steps; what is left is to learn who it is. */
  login: async () => {
    forgetMe();
    await me();
    leftOnPurpose = false;
  },
  logout: async () => {
    // Who was found not to be signed in has nothing to sign out of.
    if (!isSomebodyKnown()) return;
    forgetMe();
    leftOnPurpose = true;
    // A session that has ended already, or a server that is away, must not keep anybody from leaving.
    await signOut().catch(() => undefined);
  },
  checkAuth: async () => {
    try {
      await me();
    } catch (error) {
      // An outage does not sign anybody out.
      if (isRefusedWith(error, 'unauthenticated')) throw error;
    }
  },
  checkError: (error: unknown) => {
    if (isRefusedWith(error, 'unauthenticated')) {
      forgetMe();
      return Promise.reject(new Error('You were signed out. Sign in again.'));
    }
    if (isRefusedWith(error, 'second-factor-required')) {
      return Promise.reject(
        Object.assign(new Error(), { redirectTo: '/security?required=true', logoutUser: false, message: false }),
      );
    }
    return Promise.resolve();
  },
  getIdentity: async () => {
    const member = await me();
    return { ...member, fullName: member.name };
  },
  getPermissions: async () => (await me()).role,
  canAccess: async ({ resource, action }) => {
    const member = await me().catch(() => undefined);
    return member === undefined ? action === 'list' || action === 'show' : mayUse(member.role, resource, action);
  },
};
