import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { checkServer } from './servers.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function listening(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

const latchkey = { product: 'latchkey', api: 'v1', device: 'https://app.example.org/', restoration: true };
const answering = (body: object) =>
  listening((request, response) => {
    response.statusCode = request.url === '/.well-known/latchkey' ? 200 : 404;
    response.end(JSON.stringify(body));
  });

test('a Latchkey tells where its device API is', async () => {
  expect(await checkServer(`  ${await answering(latchkey)}/some/path `)).toBe('https://app.example.org');
});

test.each(['', 'two words', 'ftp://example.org', 'http://example.org', 'https://ana@example.org', 'https://'])(
  '"%s" is not an address',
  async (typed) => {
    await expect(checkServer(typed)).rejects.toMatchObject({ trouble: 'not-an-address' });
  },
);

test('an address where nobody listens is unreachable', async () => {
  const address = await answering(latchkey);
  await new Promise((resolve) => servers.pop()?.close(resolve));
  await expect(checkServer(address)).rejects.toMatchObject({ trouble: 'unreachable' });
});

test('other software is told apart: another answer, a login page, a redirection', async () => {
  const others: RequestListener[] = [
    (_, response) => response.writeHead(404).end('not here'),
    (_, response) => response.end('<!doctype html><title>Sign in</title>'),
    (_, response) => response.end(JSON.stringify({ ...latchkey, product: 'keycloak' })),
    (_, response) => response.writeHead(302, { location: 'https://example.org/login' }).end(),
  ];
  for (const other of others) {
    await expect(checkServer(await listening(other))).rejects.toMatchObject({ trouble: 'not-latchkey' });
  }
});

test('a Latchkey that sends apps to an unprotected address is not trusted', async () => {
  const address = await answering({ ...latchkey, device: 'http://app.example.org' });
  await expect(checkServer(address)).rejects.toMatchObject({ trouble: 'not-latchkey' });
});

test('a Latchkey that restores nothing says so', async () => {
  const address = await answering({ ...latchkey, restoration: false });
  await expect(checkServer(address)).rejects.toMatchObject({ trouble: 'restoration-off' });
});

test('a wrong certificate is told where the platform tells it', async () => {
  const cause = Object.assign(new Error('self-signed certificate'), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
  const refusing = () => Promise.reject(new TypeError('fetch failed', { cause }));
  await expect(checkServer('https://app.example.org', refusing)).rejects.toMatchObject({
    trouble: 'wrong-certificate',
  });
});
