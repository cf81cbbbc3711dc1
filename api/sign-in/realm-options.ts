import { mongodbAdapter } from '@better-auth/mongo-adapter';
import { base64Url, subkey } from '../../domain/keys.ts';
import type { Database } from '../../store/database.ts';
import { newId } from '../../store/ids.ts';
import { withHashedSessions } from './hashed-sessions.ts';

export interface RealmPlace {
  name: 'portal' | 'staff';
  baseURL: string;
  basePath: `/v1/${string}/auth`;
  masterKey: Uint8Array;
  isSecure: boolean;
  database: Database;
  /** A session ends after this long without use (S-03); the absolute limit is checked by the guard. */
  idleSeconds: number;
}

/** What both realms share: their own collections, cookies and secret, hashed sessions, no sign-up. */
export function realmOptions({ name, baseURL, basePath, masterKey, isSecure, database, idleSeconds }: RealmPlace) {
  const cookie = isSecure ? `__Host-latchkey-${name}` : `latchkey-${name}`;
  return {
    appName: 'Latchkey',
    baseURL,
    basePath,
    secret: base64Url(subkey(masterKey, 'sessions', name)),
    trustedOrigins: [new URL(baseURL).origin],
    database: withHashedSessions(mongodbAdapter(database.db, { client: database.client, transaction: false })),
    user: { modelName: `${name}Users` },
    session: { modelName: `${name}Sessions`, expiresIn: idleSeconds, updateAge: 60 },
    account: { modelName: `${name}Credentials` },
    verification: { modelName: `${name}Verifications`, storeIdentifier: 'hashed' as const },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: {
      // Joins: session and user in one round trip, on each call of a page.
      database: { generateId: () => newId(name === 'staff' ? 'stf' : 'acc'), joins: true },
      useSecureCookies: false,
      defaultCookieAttributes: { sameSite: 'strict' as const, httpOnly: true, secure: isSecure, path: '/' },
      cookies: { session_token: { name: cookie } },
      cookiePrefix: `latchkey-${name}`,
      disableCSRFCheck: false,
    },
  };
}

export const passwordRules = { minPasswordLength: 12, maxPasswordLength: 128 };
