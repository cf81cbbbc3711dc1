import type { Context, Hono } from 'hono';
import type { z } from 'zod';
import type { Route } from '../contracts/routes/route.ts';
import type { Actor } from '../domain/words.ts';
import type { Principal } from '../contracts/routes/route.ts';
import type { RefusalCode } from '../domain/refusals.ts';
import { noteDenial } from './denials.ts';
import { answerProblem, errorsOf, RefusedError } from './problem.ts';
import { parseStrictly } from './strict-json.ts';

/** Who calls: the role that the access matrix knows, and the actor that the audit will name. */
export interface Caller {
  role: Principal;
  actor: Actor;
  /** Of staff, where the operation asks for it: they have confirmed who they are within the last minutes (S-05). */
  isSteppedUp?: boolean;
}

export type Guard<C extends Caller> = (c: Context, route: Route) => Promise<C>;

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;

export interface Received<R extends Route, C extends Caller> {
  caller: C;
  params: Parsed<R['params']>;
  query: Parsed<R['query']>;
  body: Parsed<R['body']>;
  idempotencyKey: string | undefined;
  c: Context;
}

/**
 * Puts one operation of the contracts into service: guard, access matrix, strict reading of the request, handler, strict writing
 * of the answer. Nothing that the answer's schema does not name can leave (S-10).
 */
export function mount<R extends Route, C extends Caller>(
  app: Hono,
  route: R,
  guard: Guard<C>,
  handle: (received: Received<R, C>) => Promise<R['answer'] extends z.ZodType ? z.input<R['answer']> : undefined>,
): void {
  const path = route.path.replaceAll(/\{(\w+)\}/g, ':$1');
  app.on(route.method.toUpperCase(), path, async (c) => {
    const caller = await guard(c, route);
    const deny = (code: RefusalCode) => {
      noteDenial(c, { actor: caller.actor, operation: `${route.method.toUpperCase()} ${route.path}`, code });
    };
    if (!route.access.includes(caller.role)) return answerDenied(c, 'forbidden', deny);
    if (route.needsStepUp === true && caller.isSteppedUp !== true) return answerDenied(c, 'step-up-required', deny);
    const params = route.params?.safeParse(c.req.param());
    // An id that cannot exist is answered as one that does not: nobody learns which (S-09).
    if (params?.success === false) return answerProblem(c, 'not-found');
    const answer = await handle({
      caller,
      params: params?.data as Parsed<R['params']>,
      query: read(route.query, () => c.req.query()) as Parsed<R['query']>,
      body: (route.body === undefined ? undefined : read(route.body, await jsonBody(c))) as Parsed<R['body']>,
      idempotencyKey: idempotencyKey(c),
      c,
    }).catch((error: unknown) => {
      if (error instanceof RefusedError) deny(error.code);
      throw error;
    });
    c.header('cache-control', 'no-store');
    if (route.answer === undefined) return c.body(null, 204);
    return c.json(route.answer.parse(answer) as object, route.status as 200);
  });
}

function answerDenied(c: Context, code: RefusalCode, deny: (code: RefusalCode) => void): Response {
  deny(code);
  return answerProblem(c, code);
}

function read(schema: z.ZodType | undefined, value: () => unknown): unknown {
  if (schema === undefined) return undefined;
  const parsed = schema.safeParse(value());
  if (parsed.success) return parsed.data;
  throw new RefusedError('invalid-request', {}, errorsOf(parsed.error));
}

const depthLimit = 10;

async function jsonBody(c: Context): Promise<() => unknown> {
  const type = c.req.header('content-type') ?? '';
  if (!/^application\/json\s*(;|$)/i.test(type)) throw new RefusedError('unsupported-media-type');
  const text = await c.req.text();
  return () => {
    try {
      const value = parseStrictly(text);
      if (depthOf(value) > depthLimit) throw new RefusedError('invalid-request');
      return value;
    } catch {
      throw new RefusedError('invalid-request', {}, [
        { path: '', message: 'not JSON, a name twice or with a meaning of its own, or nested too deeply' },
      ]);
    }
  };
}

function depthOf(value: unknown, depth = 1): number {
  if (typeof value !== 'object' || value === null || depth > depthLimit) return depth;
  return Math.max(depth, ...Object.values(value).map((inner) => depthOf(inner, depth + 1)));
}

function idempotencyKey(c: Context): string | undefined {
  const key = c.req.header('idempotency-key');
  if (key !== undefined && !/^[\x21-\x7e]{8,128}$/.test(key)) {
    throw new RefusedError('invalid-request', {}, [
      { path: 'Idempotency-Key', message: '8 to 128 visible ASCII characters' },
    ]);
  }
  return key;
}
