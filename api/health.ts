import type { Hono } from 'hono';
import type { ApiDependencies } from './dependencies.ts';

const answerWithinMs = 2_000;

/** `/healthz`: this process lives. `/readyz`: it reaches what it depends on. */
export function health(app: Hono, { database, temporal }: ApiDependencies): void {
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.get('/readyz', async (c) => {
    const checks = await Promise.allSettled([
      database.db.command({ ping: 1 }),
      temporal.connection.withDeadline(Date.now() + answerWithinMs, () =>
        temporal.connection.workflowService.getSystemInfo({}),
      ),
    ]);
    const [mongodb, server] = checks.map(({ status }) => (status === 'fulfilled' ? 'reachable' : 'not reachable'));
    const isReady = checks.every(({ status }) => status === 'fulfilled');
    return c.json({ status: isReady ? 'ready' : 'not ready', mongodb, temporal: server }, isReady ? 200 : 503);
  });
}
