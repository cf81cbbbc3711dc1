import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { deviceRoutes } from '../../contracts/routes/device.ts';
import { publicKeyOf } from '../../device-sdk/keys.ts';
import type { ActivatedBy } from '../../device-sdk/transfer-state.ts';
import { newApp } from '../../embedded/people/identity.ts';
import type { Cast } from '../../embedded/people/cast.ts';
import { asDevice } from './principals.ts';
import { keysOf } from './signed.ts';

/** An app that has keys and nothing else, and asks a single time. */
export async function activatingApp(cast: Cast, app = newApp(cast)) {
  if ((await app.state()).keys === null) await app.restoring.start('nobody-at-all', 'restore', 'iPhone12,3');
  const { encryption } = await keysOf(app);
  const encryptionKey = await publicKeyOf(encryption);
  const send = asDevice(cast, { phone: app });
  const activate = (by: ActivatedBy) =>
    send(deviceRoutes.activate, { body: { by, model: 'iPhone12,3', encryptionKey } });
  return { app, send, activate };
}

/** Everything that is kept of tokens and their bindings: to be compared. */
export async function tokenRecords({ founding: { database } }: Cast, tokenIds: string[]) {
  const tokens = await database.tokens
    .find({ _id: { $in: tokenIds } })
    .sort({ _id: 1 })
    .toArray();
  const bindings = await database.bindings
    .find({ tokenId: { $in: tokenIds } })
    .sort({ _id: 1 })
    .toArray();
  return { tokens, bindings };
}

/** A server that answers everything with one text: no Latchkey, or another one. */
export async function serverSaying(body: unknown): Promise<{ host: string; port: number; server: Server }> {
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { host: '127.0.0.1', port: (server.address() as AddressInfo).port, server };
}
