import type { Device } from '../../device-sdk/device.ts';
import { proofFor } from '../../device-sdk/proof.ts';

export interface Sent {
  method: string;
  body?: string;
  headers?: Record<string, string>;
}

/** The keys of an app, as nobody but the app has them. */
export async function keysOf(device: Device) {
  const { keys } = await device.state();
  if (keys === null) throw new Error('the device has no keys');
  return keys;
}

/** Sends one request under a given proof. */
export function sendProved(url: string, { method, body, headers }: Sent, dpop: string | undefined): Promise<Response> {
  return fetch(url, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
      ...(dpop === undefined ? {} : { dpop }),
    },
    ...(body === undefined ? {} : { body }),
  });
}

/** Sends one request as this device would, a single time. */
export async function sendSigned(device: Device, server: string, path: string, sent: Sent): Promise<Response> {
  const url = `${server}${path}`;
  const { signing } = await keysOf(device);
  const request = { url, method: sent.method, ...(sent.body === undefined ? {} : { body: sent.body }) };
  return sendProved(url, sent, await proofFor(signing, request, Date.now()));
}
