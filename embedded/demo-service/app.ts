import { Hono, type Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { csrf } from 'hono/csrf';
import { secureHeaders } from 'hono/secure-headers';
import { NoAnswerError, ProblemError } from '../../contracts/client.ts';
import { icon } from './icon.ts';
import { lookAgain } from './look-again.ts';
import { doorPage, insidePage, numberPage, overPage } from './pages.ts';
import { placeOf } from './place.ts';
import type { SignIns } from './sign-ins.ts';
import { style } from './style.ts';
import { Visits, type Visit } from './visits.ts';

const cookie = 'demo_vpn';
const cookieOptions = { httpOnly: true, sameSite: 'Strict', path: '/' } as const;
const longestName = 254;

/** A service that people sign in to by Latchkey, reduced to what that takes. */
export function demoServiceApp(signIns: SignIns): Hono {
  const visits = new Visits();
  const visitOf = (c: Context) => visits.at(getCookie(c, cookie));
  const app = new Hono();
  app.use(
    secureHeaders({ contentSecurityPolicy, referrerPolicy: 'no-referrer', strictTransportSecurity: false }),
    csrf(),
  );
  app.use(async (c, next) => {
    c.header('cache-control', 'no-store');
    await next();
  });

  app.get('/', async (c) => {
    const visit = visitOf(c);
    if (visit === undefined) return c.html(doorPage({}));
    await lookAt(visit, signIns);
    return c.html(pageOf(visit));
  });
  app.get('/state', async (c) => {
    const visit = visitOf(c);
    if (visit !== undefined) await lookAt(visit, signIns);
    return c.json({ state: visit?.state ?? 'none' });
  });
  app.post('/sign-in', async (c) => {
    const { userName: typed } = await c.req.parseBody();
    const userName = typeof typed === 'string' ? typed.trim() : '';
    if (userName === '' || userName.length > longestName) return c.html(doorPage({ why: 'Type your user name.' }), 400);
    try {
      const { id, number, expiresAt } = await signIns.start(userName, placeOf(c.req.header('user-agent')));
      visits.close(getCookie(c, cookie));
      setCookie(c, cookie, visits.open({ userName, signIn: id, number, expiresAt, state: 'pending' }), cookieOptions);
    } catch (error) {
      return c.html(doorPage({ userName, why: reasonOf(error) }), 503);
    }
    return c.redirect('/', 303);
  });
  app.post('/leave', (c) => {
    visits.close(deleteCookie(c, cookie, cookieOptions));
    return c.redirect('/', 303);
  });

  app.get('/style.css', (c) => c.body(style, 200, { 'content-type': 'text/css; charset=utf-8' }));
  app.get('/look-again.js', (c) => c.body(lookAgain, 200, { 'content-type': 'text/javascript; charset=utf-8' }));
  app.get('/icon.svg', (c) => c.body(icon, 200, { 'content-type': 'image/svg+xml' }));
  return app;
}

const own = ["'self'"];
const contentSecurityPolicy = {
  defaultSrc: ["'none'"],
  scriptSrc: own,
  styleSrc: own,
  imgSrc: own,
  connectSrc: own,
  formAction: own,
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
};

/** What became of a sign-in is asked until it is known, and then kept: Latchkey forgets it. */
async function lookAt(visit: Visit, signIns: SignIns): Promise<void> {
  if (visit.state !== 'pending') return;
  try {
    visit.state = (await signIns.show(visit.signIn)).state;
  } catch (error) {
    if (error instanceof ProblemError && error.problem.code === 'not-found') visit.state = 'expired';
    else if (!(error instanceof NoAnswerError || error instanceof ProblemError)) throw error;
  }
}

function pageOf(visit: Visit) {
  switch (visit.state) {
    case 'pending':
      return numberPage(visit);
    case 'approved':
      return insidePage(visit);
    case 'refused':
    case 'expired':
      return overPage(visit, visit.state);
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof ProblemError) return `${error.problem.title} ${error.problem.detail}`;
  if (error instanceof NoAnswerError) return 'Latchkey gave no answer. Try again in a moment.';
  throw error;
}
