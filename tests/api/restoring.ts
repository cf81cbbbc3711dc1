import { randomBytes } from 'node:crypto';
import { publicKeyOf } from '../../device-sdk/keys.ts';
import type { Device } from '../../device-sdk/device.ts';
import { deviceRoutes } from '../../contracts/routes/device.ts';
import { restoreCodeFrom } from '../../domain/restore-code.ts';
import { newApp } from '../../embedded/people/identity.ts';
import type { Cast } from '../../embedded/people/cast.ts';
import { asDevice, type Send } from './principals.ts';
import { keysOf } from './signed.ts';

/** A restore code as good as any, which belongs to nobody. */
export function someRestoreCode(): string {
  return restoreCodeFrom(randomBytes(10));
}

/** What an app sends with a restore code. */
export async function codeBody(app: Device, code: string) {
  const { encryption } = await keysOf(app);
  return { code, model: 'iPhone12,3', encryptionKey: await publicKeyOf(encryption) };
}

/** An app with keys of its own, that asks each thing a single time. */
export async function askingApp(cast: Cast, userName: string) {
  const app = newApp(cast);
  const attempt = await app.restoring.start(userName, 'restore', 'iPhone12,3');
  const send = asDevice(cast, { phone: app });
  return { app, attempt, send, enter: entering(app, send, attempt.id) };
}

export function entering(app: Device, send: Send, attemptId: string): (code: string) => Promise<Response> {
  return async (code) =>
    send(deviceRoutes.enterRestoreCode, { params: { id: attemptId }, body: await codeBody(app, code) });
}

/** Everything that is kept of an account's identity: to be compared. */
export async function identityRecord({ founding: { database } }: Cast, accountId: string) {
  const token = await database.tokens.findOne({ accountId, type: 'identity' });
  if (token === null) throw new Error('there is no identity');
  const bindings = await database.bindings.find({ tokenId: token._id }).sort({ _id: 1 }).toArray();
  return { token, bindings };
}

/** The headers of an answer that do not differ from one request to the next. */
export function steadyHeaders(answer: Response): [string, string][] {
  return [...answer.headers].filter(([name]) => !['date', 'x-request-id'].includes(name));
}

/** A network that loses the first answer to each kind of request: it was asked, it was done, and nothing came back. */
export function losingFirstAnswers(): typeof fetch {
  const lost = new Set<string>();
  return async (input, init) => {
    const answer = await fetch(input, init);
    const kind = `${init?.method ?? 'GET'} ${new URL(input instanceof Request ? input.url : input).pathname.replaceAll(/[a-z]+_[\w-]{22}/g, '')}`;
    if (lost.has(kind)) return answer;
    lost.add(kind);
    throw new TypeError('the answer was lost');
  };
}
