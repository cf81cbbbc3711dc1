import type { Hono } from 'hono';
import { cors } from 'hono/cors';
import { deviceRoutes } from '../contracts/routes/device.ts';
import { restorationPolicy } from '../store/policies.ts';
import type { ApiDependencies } from './dependencies.ts';
import { anonymousGuard } from './guards.ts';
import { mount } from './mount.ts';
import type { BlockList } from 'node:net';

/** Says that here is a Latchkey: an app of any origin may ask, before its owner names an identity (guide 001, on-premise). */
export function wellKnown(app: Hono, { database, settings }: ApiDependencies, trusted: BlockList): void {
  app.use(deviceRoutes.wellKnown.path, cors({ origin: '*', allowMethods: ['GET'] }), async (c, next) => {
    await next();
    c.res.headers.set('cross-origin-resource-policy', 'cross-origin');
  });
  mount(app, deviceRoutes.wellKnown, anonymousGuard(trusted), async () => ({
    product: 'latchkey' as const,
    api: 'v1' as const,
    device: settings.AUTHENTICATOR_URL,
    restoration: (await restorationPolicy(database)).isOn,
  }));
}

/** The device API for apps that were loaded from elsewhere (X-06: a fixed list). It knows no cookies: every call is signed by its device. */
export function otherApps(app: Hono, { settings }: ApiDependencies): void {
  const origins = settings.APP_ORIGINS;
  if (origins.length === 0) return;
  app.use(
    '/v1/*',
    cors({
      origin: origins,
      allowMethods: ['GET', 'POST', 'DELETE'],
      allowHeaders: ['content-type', 'dpop', 'idempotency-key', 'latchkey-request'],
      exposeHeaders: ['date', 'retry-after'],
      maxAge: 600,
    }),
    async (c, next) => {
      await next();
      if (origins.includes(c.req.header('origin') ?? ''))
        c.res.headers.set('cross-origin-resource-policy', 'cross-origin');
    },
  );
}
