import { createServer, type Server } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { freePort } from './ports.ts';

const servers: Server[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise((closed) => server.close(closed))));
});

async function takenPort(host = '127.0.0.1'): Promise<number> {
  const server = createServer();
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, host, listening));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no address');
  return address.port;
}

it('gives the preferred port when it is free', async () => {
  const port = await freePort(0);
  expect(await freePort(port)).toBe(port);
});

it('skips a taken port', async () => {
  const taken = await takenPort();
  expect(await freePort(taken)).toBeGreaterThan(taken);
});

it('skips a port that a stranger holds on all addresses', async () => {
  const taken = await takenPort('0.0.0.0');
  expect(await freePort(taken)).toBeGreaterThan(taken);
});

it('skips a port that is promised to another', async () => {
  const promised = await freePort(0);
  expect(await freePort(promised, new Set([promised]))).toBeGreaterThan(promised);
});
