import { describe, expect, test } from 'vitest';
import { allRoutes, openApiDocument } from './openapi.ts';

const document = openApiDocument();
const routes = Object.entries(allRoutes).flatMap(([area, operations]) =>
  Object.entries(operations).map(([name, route]) => [`${area}.${name}`, route] as const),
);

describe.each(routes)('%s', (operationId, route) => {
  const operation = document.paths?.[route.path]?.[route.method];

  test('stands in the document under its own id, with who may call it', () => {
    expect(operation).toMatchObject({ operationId, summary: route.summary });
    expect(operation?.description).toContain(route.access.join(', '));
  });

  test('declares its answer and problems, and a required body where there is one', () => {
    expect(Object.keys(operation?.responses ?? {})).toEqual(
      expect.arrayContaining([String(route.status), '400', '429', '500', '503']),
    );
    if (route.body !== undefined) expect(operation?.requestBody).toMatchObject({ required: true });
  });

  test('S-08 says who may call it', () => {
    expect(route.access.length).toBeGreaterThan(0);
  });
});

test('no two operations share method and path', () => {
  const places = routes.map(([, { method, path }]) => `${method} ${path}`);
  expect(new Set(places).size).toBe(places.length);
});

test('every reference in the document leads to a component', () => {
  const text = JSON.stringify(document);
  const names = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(20);
  expect(Object.keys(document.components?.schemas ?? {})).toEqual(expect.arrayContaining([...new Set(names)]));
});
