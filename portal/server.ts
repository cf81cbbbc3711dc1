import { call, type Call } from '../contracts/client.ts';
import type { Route } from '../contracts/routes/route.ts';

/** Longer than the server waits for its own dependencies, so that its own answer is heard first. */
const patienceMs = 20_000;

let serverAheadMs = 0;

/** Now by the server's clock: a countdown must not depend on how well a phone keeps time. */
export function serverNow(): number {
  return Date.now() + serverAheadMs;
}

/** `fetch` with the cookies of this origin. */
export async function send(path: string, init: RequestInit): Promise<Response> {
  const response = await fetch(path, {
    ...init,
    credentials: 'same-origin',
    cache: 'no-store',
    signal: AbortSignal.timeout(patienceMs),
  });
  const told = Date.parse(response.headers.get('date') ?? '');
  // The header has whole seconds; within two of them the clocks agree.
  if (!Number.isNaN(told)) serverAheadMs = Math.abs(told - Date.now()) > 2_000 ? told - Date.now() : 0;
  return response;
}

/** Calls one operation of the portal API. */
export function ask<R extends Route>(route: R, request: Call<R>, idempotencyKey?: string) {
  return call(send, route, request, idempotencyKey);
}

/** A fresh Idempotency-Key. Not `randomUUID`: that is missing where a page is tried out over plain http on a local network. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
