import { call, type Call } from '../../contracts/client.ts';
import type { Route } from '../../contracts/routes/route.ts';

const patienceMs = 15_000;

/** One operation of the API, as the member of staff whose cookie the browser holds. */
export function ask<R extends Route>(route: R, request: Call<R>, idempotencyKey?: string) {
  return call(
    (path, init) => fetch(path, { ...init, credentials: 'same-origin', signal: AbortSignal.timeout(patienceMs) }),
    route,
    request,
    idempotencyKey,
  );
}
