import type { Context, Hono } from 'hono';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { Email } from '../../contracts/words.ts';
import { answerProblem } from '../problem.ts';
import type { RefusalCode } from '../../domain/refusals.ts';
import { parseStrictly } from '../strict-json.ts';

interface Realm {
  handler: (request: Request) => Promise<Response>;
}

/** Longer than any of these operations takes, so that no answer tells by its time whether an address is known (E-02). */
const answerAfterMs = 400;
const evenlyTimed = ['/sign-in/email', '/request-password-reset'];

/**
 * Puts better-auth's operations into service: only the listed ones, limited, with our one shape of errors.
 * @param before limits and records an attempt; throws to refuse
 * @param after records how it ended
 */
export function mountAuth(
  app: Hono,
  basePath: string,
  operations: readonly string[],
  realm: Realm,
  before: (c: Context, operation: string) => Promise<void>,
  after: (c: Context, operation: string, response: Response) => Promise<void>,
): void {
  app.all(`${basePath}/*`, async (c) => {
    const operation = c.req.path.slice(basePath.length);
    if (!operations.includes(operation)) return answerProblem(c, 'not-found');
    await before(c, operation);
    if (c.req.method === 'POST' && !(await isReadable(c))) return answerProblem(c, 'invalid-request');
    const started = Date.now();
    const response = await realm.handler(c.req.raw);
    if (evenlyTimed.includes(operation)) await wait(Math.max(0, answerAfterMs - (Date.now() - started)));
    await after(c, operation, response);
    if (response.ok) return withNoStore(response);
    return answerProblem(c, await refusalOf(response, operation));
  });
}

/** As strict as our own operations: JSON without tricks, and one address where there is one (E-04). */
async function isReadable(c: Context): Promise<boolean> {
  try {
    const body = parseStrictly((await c.req.raw.clone().text()) || '{}');
    return z.looseObject({ email: Email.optional() }).safeParse(body).success;
  } catch {
    return false;
  }
}

async function refusalOf(response: Response, operation: string): Promise<RefusalCode> {
  const { status } = response;
  if (operation === '/reset-password' && (await codeOf(response)) === 'INVALID_TOKEN') return 'link-spent';
  if (status === 401) return 'sign-in-failed';
  if (status === 403) return 'forbidden';
  if (status === 429) return 'rate-limited';
  return status >= 500 ? 'internal' : 'invalid-request';
}

async function codeOf(response: Response): Promise<string | undefined> {
  const body = (await response
    .clone()
    .json()
    .catch(() => null)) as { code?: string } | null;
  return body?.code;
}

function withNoStore(response: Response): Response {
  const copy = new Response(response.body, response);
  copy.headers.set('cache-control', 'no-store');
  return copy;
}
