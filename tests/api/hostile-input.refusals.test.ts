import { beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '../../embedded/people/cast.ts';
import { useCast } from '../cast.ts';
import { startedMigration } from './migrating.ts';
import { problemIn } from './refused.ts';

const stage = useCast();
let ana: Person;
let path = '';
beforeAll(async () => {
  ana = await stage.cast.person('ana', 'samsung SM-G970F', 1);
  const { recovery } = await startedMigration(stage.cast, ana);
  path = `/v1/portal/recoveries/${recovery.id}/mail-code`;
});

const json = { 'content-type': 'application/json' };
const post = (to: string, body: string, headers: Record<string, string> = json) =>
  ana.portal.send(to, { method: 'POST', headers, body });

describe('X-04 a body', () => {
  test.each([
    ['that is no JSON', '{"code":'],
    ['that is empty', ''],
    ['that is null', 'null'],
    ['that is a list', '["123456"]'],
    ['with an unknown field', '{"code":"123456","admin":true}'],
    ['with a field twice', '{"code":"000000","code":"123456"}'],
    ['without its field', '{}'],
    ['with a number in place of a string', '{"code":123456}'],
    ['with an operator in place of a string', '{"code":{"$ne":null}}'],
    ['with a list in place of a string', '{"code":["123456"]}'],
    ['with __proto__', '{"code":"123456","__proto__":{"admin":true}}'],
    ['with constructor', '{"code":"123456","constructor":{"prototype":{}}}'],
    ['with an operator beside it', '{"code":"123456","$where":"sleep(1000)"}'],
    ['nested deeply', `${'{"a":'.repeat(30)}1${'}'.repeat(30)}`],
    ['nested very deeply', `${'['.repeat(30_000)}${']'.repeat(30_000)}`],
    ['with a code of a hundred letters', JSON.stringify({ code: '1'.repeat(100) })],
  ])('X-04 %s is refused, and costs no attempt', async (_, body) => {
    expect(await problemIn(await post(path, body))).toMatchObject({ code: 'invalid-request', status: 400 });
    const shown = await ana.portal.send(path.replace('/mail-code', ''), { method: 'GET' });
    expect(await shown.json()).toMatchObject({ challenge: { attemptsLeft: 5 } });
  });

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    '',
  ])('X-04 of type %j is refused', async (type) => {
    expect(await problemIn(await post(path, '{"code":"123456"}', { 'content-type': type }))).toMatchObject({
      code: 'unsupported-media-type',
      status: 415,
    });
  });
});

describe('X-01 a request from elsewhere', () => {
  test.each([
    ['with the origin of another site', { origin: 'https://evil.example' }],
    ['with the origin of a page without one', { origin: 'null' }],
    ['with the origin of our other listener', { origin: 'http://localhost:1' }],
    ['that the browser calls cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['that the browser calls same-site', { 'sec-fetch-site': 'same-site' }],
    ['without our own header, as a form would send it', { 'latchkey-request': '' }],
  ])('X-01 %s is refused, signed in or not', async (_, headers) => {
    for (const to of [
      path,
      `/v1/portal/tokens/${ana.tokens[0] ?? ''}/disable`,
      '/v1/portal/auth/sign-in/email',
      '/v1/portal/auth/sign-out',
    ])
      expect(await problemIn(await post(to, '{}', { ...json, ...headers }))).toMatchObject({
        code: 'cross-site',
        status: 403,
      });
    expect((await ana.portal.send('/v1/portal/me', { method: 'GET' })).status).toBe(200);
  });
});

describe('X-06 methods and headers', () => {
  test.each(['PUT', 'PATCH', 'DELETE'])('X-06 %s is not there', async (method) => {
    expect((await ana.portal.send(path, { method, headers: json })).status).toBe(404);
  });

  test('X-06 a method cannot be put in a header', async () => {
    const headers = { 'x-http-method-override': 'POST', 'x-method-override': 'DELETE' };
    const answer = await ana.portal.send(`/v1/portal/tokens/${ana.tokens[0] ?? ''}`, { method: 'GET', headers });
    expect(answer.status).toBe(404);
    expect(await stage.cast.founding.database.tokens.findOne({ _id: ana.tokens[0] ?? '' })).toMatchObject({
      state: 'active',
    });
  });

  test.each(['short', 'with blank in it', 'é'.repeat(10), 'x'.repeat(129)])(
    'X-08 %j is no Idempotency-Key',
    async (key) => {
      const headers = {
        ...json,
        'idempotency-key': encodeURI(key) === key || key.includes(' ') ? key : '\u00e9'.repeat(10),
      };
      expect(await problemIn(await post(path, '{"code":"1"}', headers))).toMatchObject({ code: 'invalid-request' });
    },
  );
});

test('X-04 queries are read as strictly: operators, lists and unknown names are refused', async () => {
  for (const query of ['device[$ne]=x', 'device=%7B%22%24ne%22%3Anull%7D', 'admin=1', 'service=svc_x', '__proto__=1'])
    expect(await problemIn(await ana.portal.send(`/v1/portal/tokens?${query}`, { method: 'GET' }))).toMatchObject({
      code: 'invalid-request',
      status: 400,
    });
});

test('L-01 X-Forwarded-For from a stranger has no effect on what is written down', async () => {
  const headers = {
    ...json,
    'x-forwarded-for': '203.0.113.66',
    'x-real-ip': '203.0.113.66',
    forwarded: 'for=203.0.113.66',
  };
  await post(`/v1/portal/tokens/${ana.tokens[0] ?? ''}/migrations`, '', headers);
  const [record] = await stage.cast.founding.database.audit
    .find({ account: ana.accountId, what: 'recovery.refused' })
    .sort({ at: -1 })
    .toArray();
  expect(record?.actor.address).toMatch(/^(127\.0\.0\.1|::1)$/);
});

// Last, because a server that refuses to read on closes the connection.
test('X-04 of a megabyte is refused, on every listener', async () => {
  const big = JSON.stringify({ code: 'x'.repeat(1_048_576) });
  const { portal, console, device, service } = stage.cast.world.urls;
  for (const url of [
    `${portal}${path}`,
    `${portal}/v1/portal/auth/sign-in/email`,
    `${console}/v1/admin/accounts`,
    `${device}/v1/device/devices`,
    `${service}/v1/verify`,
  ]) {
    const answer = await fetch(url, { method: 'POST', headers: { ...json, 'latchkey-request': '1' }, body: big });
    expect(await problemIn(answer)).toMatchObject({ code: 'body-too-large', status: 413 });
  }
});
