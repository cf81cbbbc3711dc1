import type { Route } from '../../contracts/routes/route.ts';
import { pathOf } from '../../contracts/client.ts';
import type { StaffRole } from '../../domain/words.ts';
import { proofFor } from '../../device-sdk/proof.ts';
import { type Browser, portalUser, staffUser } from '../../embedded/people/browser.ts';
import { password, type Cast, type Person } from '../../embedded/people/cast.ts';
import { keysOf } from './signed.ts';

/** Where an operation is served. */
export function originOf(cast: Cast, { path }: Pick<Route, 'path'>): string {
  const { portal, console, device, service } = cast.world.urls;
  if (path.startsWith('/v1/portal/')) return portal;
  if (path.startsWith('/v1/admin/')) return console;
  return path.startsWith('/v1/device/') ? device : service;
}

/** A new member of staff, signed in to the console. */
export async function staffOf(cast: Cast, role: StaffRole): Promise<Browser> {
  const email = `${role}-${cast.mark}@desk.example`;
  await cast.founding.staff({ name: `Robin ${role}`, email, role }, password);
  return staffUser(cast.world.urls.console, email, password);
}

export interface Asking {
  params?: Record<string, string>;
  body?: unknown;
}

/** Sends one request for an operation as somebody: nobody, a browser with cookies, a device, or a bearer of a key. */
export type Send = (route: Route, asking?: Asking) => Promise<Response>;

function plain(cast: Cast, route: Route, { params, body }: Asking) {
  const origin = originOf(cast, route);
  const isPost = route.method === 'post';
  return {
    url: `${origin}${pathOf(route, { params })}`,
    method: route.method.toUpperCase(),
    headers: { origin, 'latchkey-request': '1', ...(isPost ? { 'content-type': 'application/json' } : {}) } as Record<
      string,
      string
    >,
    ...(isPost ? { body: JSON.stringify(body ?? {}) } : {}),
  };
}

export function nobody(cast: Cast, extra: Record<string, string> = {}): Send {
  return (route, asking = {}) => {
    const { url, headers, ...init } = plain(cast, route, asking);
    return fetch(url, { ...init, headers: { ...headers, ...extra } });
  };
}

/** Cookies of one browser, sent wherever the operation is served. */
export function withCookiesOf(cast: Cast, browser: Browser): Send {
  return nobody(cast, { cookie: browser.cookieHeader });
}

export function asDevice(cast: Cast, { phone }: Pick<Person, 'phone'>): Send {
  return async (route, asking = {}) => {
    const { url, headers, ...init } = plain(cast, route, asking);
    const { signing } = await keysOf(phone);
    return fetch(url, {
      ...init,
      headers: { ...headers, dpop: await proofFor(signing, { url, ...init }, Date.now()) },
    });
  };
}

export function accountHolder(cast: Cast, person: Person): Promise<Browser> {
  return portalUser(cast.world.urls.portal, person.email, password);
}
