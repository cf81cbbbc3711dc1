import { describe, expect, test } from 'vitest';
import { openApiDocument } from '../../api/openapi.ts';
import { useCast } from '../cast.ts';

const stage = useCast();
const places = [
  ['portal', '/v1/portal/me'],
  ['portal', '/v1/nothing'],
  ['console', '/v1/admin/me'],
  ['device', '/v1/device/tokens'],
  ['service', '/v1/verify'],
  ['service', '/readyz'],
  ['service', '/nothing'],
] as const;

describe('X-03 every answer, errors too,', () => {
  test.each(places)('X-03 of %s at %s carries the headers that keep a browser safe', async (listener, path) => {
    const { headers } = await fetch(`${stage.cast.world.urls[listener]}${path}`);
    const policy = headers.get('content-security-policy') ?? '';
    for (const rule of ["default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
      expect(policy).toContain(rule);
    expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(headers.get('x-powered-by')).toBeNull();
  });

  test('X-03 of the API is not to be kept', async () => {
    for (const [listener, path] of places.slice(0, 5))
      expect((await fetch(`${stage.cast.world.urls[listener]}${path}`)).headers.get('cache-control')).toBe('no-store');
  });
});

test('each listener answers its own callers only', async () => {
  const { portal, console, device, service } = stage.cast.world.urls;
  const foreign = [
    `${portal}/v1/admin/me`,
    `${portal}/v1/device/tokens`,
    `${console}/v1/portal/me`,
    `${device}/v1/portal/me`,
    `${device}/v1/verify`,
    `${service}/v1/portal/me`,
  ];
  for (const url of foreign) expect([url, (await fetch(url)).status]).toEqual([url, 404]);
});

test('readiness tells what is reachable, and the document is the one made from the contracts', async () => {
  const { service } = stage.cast.world.urls;
  expect(await (await fetch(`${service}/readyz`)).json()).toEqual({
    status: 'ready',
    mongodb: 'reachable',
    temporal: 'reachable',
  });
  expect((await fetch(`${service}/healthz`)).status).toBe(200);
  expect(await (await fetch(`${service}/openapi.json`)).json()).toEqual(JSON.parse(JSON.stringify(openApiDocument())));
});
