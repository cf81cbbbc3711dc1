import { call, type Call } from '../../contracts/client.ts';
import type { Route } from '../../contracts/routes/route.ts';
import { confirmWhoYouAre } from '../step-up/confirmation.ts';
import { isRefusedWith } from './refused.ts';

const patienceMs = 15_000;

/** One operation of the API, as the member of staff whose cookie the browser holds; asked once more after a step-up. */
export async function ask<R extends Route>(route: R, request: Call<R>, idempotencyKey?: string) {
  try {
    return await askOnce(route, request, idempotencyKey);
  } catch (refused) {
    if (!isRefusedWith(refused, 'step-up-required') || !(await confirmWhoYouAre())) throw refused;
    return await askOnce(route, request, idempotencyKey);
  }
}

/** Without the offer to step up. */
export function askOnce<R extends Route>(route: R, request: Call<R>, idempotencyKey?: string) {
  return call(
    (path, init) => fetch(path, { ...init, credentials: 'same-origin', signal: AbortSignal.timeout(patienceMs) }),
    route,
    request,
    idempotencyKey,
  );
}
