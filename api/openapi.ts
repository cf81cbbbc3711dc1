import { OpenAPIHono } from '@hono/zod-openapi';
import { Problem } from '../contracts/problem.ts';
import { adminRoutes } from '../contracts/routes/admin.ts';
import { deviceRoutes } from '../contracts/routes/device.ts';
import { portalRoutes } from '../contracts/routes/portal.ts';
import type { Route } from '../contracts/routes/route.ts';
import { serviceRoutes } from '../contracts/routes/service.ts';
import type { RefusalCode } from '../domain/refusals.ts';
import { statusOf } from './problem.ts';

/** Every operation there is, by area. */
export const allRoutes: Record<string, Record<string, Route>> = {
  portal: portalRoutes,
  device: deviceRoutes,
  admin: adminRoutes,
  service: serviceRoutes,
};

/** What any operation may answer, whatever it is. */
const always: RefusalCode[] = ['invalid-request', 'rate-limited', 'outcome-pending', 'unavailable', 'internal'];

/** The OpenAPI 3.1 document, made from the contracts alone. */
export function openApiDocument() {
  const app = new OpenAPIHono();
  for (const [area, routes] of Object.entries(allRoutes)) {
    for (const [operationId, route] of Object.entries(routes)) {
      app.openAPIRegistry.registerPath({
        method: route.method,
        path: route.path,
        operationId: `${area}.${operationId}`,
        tags: [area],
        summary: route.summary,
        description: `May be called by: ${route.access.join(', ')}.`,
        request: {
          ...(route.params === undefined ? {} : { params: route.params as never }),
          ...(route.query === undefined ? {} : { query: route.query as never }),
          ...(route.body === undefined
            ? {}
            : { body: { required: true, content: { 'application/json': { schema: route.body as never } } } }),
        },
        responses: { [route.status]: success(route), ...problems(route) },
      });
    }
  }
  return app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Latchkey',
      version: '1',
      description: 'Recovery of authentication tokens. Errors are problem details (RFC 9457).',
    },
  });
}

function success(route: Route) {
  return route.answer === undefined
    ? { description: 'Done' }
    : { description: 'Done', content: { 'application/json': { schema: route.answer as never } } };
}

function problems(route: Route) {
  const own: RefusalCode[] = route.access.includes('anonymous') ? [] : ['unauthenticated', 'forbidden'];
  const codes = [...new Set([...route.refusals, ...own, ...always])];
  const byStatus = groupByStatus(codes);
  return Object.fromEntries(
    [...byStatus].map(([status, group]) => [
      status,
      { description: group.join(', '), content: { 'application/problem+json': { schema: Problem } } },
    ]),
  );
}

function groupByStatus(codes: RefusalCode[]): Map<number, RefusalCode[]> {
  const groups = new Map<number, RefusalCode[]>();
  for (const code of codes) groups.set(statusOf(code), [...(groups.get(statusOf(code)) ?? []), code]);
  return groups;
}
