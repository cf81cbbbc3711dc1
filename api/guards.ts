import { createHash } from 'node:crypto';
import type { BlockList } from 'node:net';
import type { Context } from 'hono';
import { staffRoles, type StaffRole } from '../domain/words.ts';
import { serviceByVerifyKey } from '../store/services.ts';
import { clientAddress } from './client-address.ts';
import type { ApiDependencies } from './dependencies.ts';
import type { Caller, Guard } from './mount.ts';
import { refuse, requestIdOf } from './problem.ts';

/** S-03: absolute limits of a session. */
const portalAbsoluteMs = 30 * 60_000;
const staffAbsoluteMs = 8 * 3_600_000;

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}

export interface AccountHolder extends Caller {
  accountId: string;
  /** What codes asked for in this browser are bound to (C-06). */
  browser: string;
}

/** The account holder signed in to the portal. */
export function portalGuard(
  { portalRealm }: Pick<ApiDependencies, 'portalRealm'>,
  trusted: BlockList,
): Guard<AccountHolder> {
  return async (c) => {
    const found = await portalRealm.api.getSession({ headers: c.req.raw.headers });
    if (found === null || Date.now() > found.session.createdAt.getTime() + portalAbsoluteMs)
      return refuse('unauthenticated');
    const browser = shortHash(found.session.id);
    const actor = { kind: 'account-holder' as const, id: found.user.id, session: browser, ...origin(c, trusted) };
    return { role: 'account-holder', actor, accountId: found.user.id, browser };
  };
}

export interface StaffCaller extends Caller {
  role: StaffRole;
  name: string;
  email: string;
  hasSecondFactor: boolean;
}

/** A member of staff. Without a second factor, production lets nobody further than to setting one up (S-02). */
export function staffGuard(
  { staffRealm, settings, database }: Pick<ApiDependencies, 'staffRealm' | 'settings' | 'database'>,
  trusted: BlockList,
  options: { mayLackSecondFactor?: boolean } = {},
): Guard<StaffCaller> {
  return async (c, { needsStepUp }) => {
    const found = await staffRealm.api.getSession({ headers: c.req.raw.headers });
    if (found === null || Date.now() > found.session.createdAt.getTime() + staffAbsoluteMs)
      return refuse('unauthenticated');
    const { id, name, email, role: roleName, twoFactorEnabled, state } = found.user;
    // Their sessions are deleted (S-07); one that was being made in the same instant is none either.
    if (state === 'disabled') return refuse('unauthenticated');
    const role = staffRoles.find((known) => known === roleName);
    if (role === undefined) return refuse('forbidden');
    const hasSecondFactor = twoFactorEnabled === true;
    if (!hasSecondFactor && settings.LATCHKEY_MODE === 'production' && options.mayLackSecondFactor !== true)
      refuse('second-factor-required');
    const actor = { kind: 'staff' as const, id, role, session: shortHash(found.session.id), ...origin(c, trusted) };
    const isSteppedUp =
      needsStepUp === true &&
      (await database.stepUps.findOne({ _id: actor.session, until: { $gt: new Date() } })) !== null;
    return { role, actor, name, email, hasSecondFactor, isSteppedUp };
  };
}

/** A relying service, by its verify key. */
export function serviceGuard(
  { database }: Pick<ApiDependencies, 'database'>,
  trusted: BlockList,
): Guard<Caller & { serviceId: string }> {
  return async (c) => {
    const [scheme, key = ''] = (c.req.header('authorization') ?? '').split(' ');
    if (scheme?.toLowerCase() !== 'bearer') return refuse('unauthenticated');
    const service = await serviceByVerifyKey(database, key);
    if (service === null) return refuse('unauthenticated');
    return {
      role: 'service',
      actor: { kind: 'service', id: service._id, ...origin(c, trusted) },
      serviceId: service._id,
    };
  };
}

/** Nobody in particular. */
export function anonymousGuard(trusted: BlockList): Guard<Caller> {
  return (c) =>
    Promise.resolve({ role: 'anonymous', actor: { kind: 'anonymous', id: 'anonymous', ...origin(c, trusted) } });
}

export function origin(c: Context, trusted: BlockList): { address: string; requestId: string } {
  return { address: clientAddress(c, trusted), requestId: requestIdOf(c) };
}
