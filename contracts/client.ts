import type { z } from 'zod';
import type { Route } from './routes/route.ts';
import { Problem } from './problem.ts';

/** A refusal as it reached a client. `problem.detail` is fit to be shown to a person. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(`${problem.title} ${problem.detail}`);
  }
}

/** Nothing came back, or nothing we know: neither yes nor no. Ask the same again. */
export class NoAnswerError extends Error {}

type AnswerOf<R extends Route> = R['answer'] extends z.ZodType ? z.output<R['answer']> : undefined;
type Part<R extends Route, K extends 'params' | 'query' | 'body'> = R[K] extends z.ZodType
  ? { [P in K]: z.input<R[K]> }
  : { [P in K]?: undefined };
export type Call<R extends Route> = Part<R, 'params'> &
  (R['query'] extends z.ZodType ? { query?: z.input<R['query']> } : { query?: undefined }) &
  Part<R, 'body'>;

/** Fills a route's path and query. */
export function pathOf(route: Route, call: { params?: unknown; query?: unknown }): string {
  let path: string = route.path;
  for (const [name, value] of Object.entries(call.params ?? {}))
    path = path.replace(`{${name}}`, encodeURIComponent(String(value)));
  const query = Object.entries(call.query ?? {}).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return query.length === 0 ? path : `${path}?${new URLSearchParams(query).toString()}`;
}

/**
 * Calls one operation and reads its answer with the operation's own schema.
 * @param send how a request leaves: `fetch` with cookies in the pages, a DPoP-signing one in the device SDK
 * @throws ProblemError when refused; NoAnswerError when the outcome is unknown
 */
export async function call<R extends Route>(
  send: (path: string, init: { method: string; headers: Record<string, string>; body?: string }) => Promise<Response>,
  route: R,
  request: Call<R>,
  idempotencyKey?: string,
): Promise<AnswerOf<R>> {
  const headers: Record<string, string> = { accept: 'application/json', 'latchkey-request': '1' };
  if (idempotencyKey !== undefined) headers['idempotency-key'] = idempotencyKey;
  if (route.method === 'post') headers['content-type'] = 'application/json';
  const body = route.method === 'post' ? { body: JSON.stringify(request.body ?? {}) } : {};
  const response = await send(pathOf(route, request), { method: route.method.toUpperCase(), headers, ...body }).catch(
    (cause: unknown) => {
      throw new NoAnswerError('no answer', { cause });
    },
  );
  if (response.status === 204) return undefined as AnswerOf<R>;
  const answer: unknown = await response.json().catch((cause: unknown) => {
    throw new NoAnswerError(`answer ${String(response.status)} is not JSON`, { cause });
  });
  if (response.ok && route.answer !== undefined) return route.answer.parse(answer) as AnswerOf<R>;
  const problem = Problem.safeParse(answer);
  if (!problem.success) throw new NoAnswerError(`answer ${String(response.status)} is not a problem`);
  throw new ProblemError(problem.data);
}
