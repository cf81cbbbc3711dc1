import { createMiddleware } from 'hono/factory';
import { answerProblem } from './problem.ts';

const safe = ['GET', 'HEAD', 'OPTIONS'];

/** Unsafe methods need our own origin and a header that no form can send. */
export function sameOrigin(publicUrl: string) {
  const own = new URL(publicUrl).origin;
  return createMiddleware(async (c, next) => {
    if (safe.includes(c.req.method)) return next();
    const origin = c.req.header('origin');
    const site = c.req.header('sec-fetch-site');
    const isOurs = (origin === undefined || origin === own) && (site === undefined || site === 'same-origin');
    if (!isOurs || c.req.header('latchkey-request') !== '1') return answerProblem(c, 'cross-site');
    return next();
  });
}
