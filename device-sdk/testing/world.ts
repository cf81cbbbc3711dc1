import { Device } from '../device.ts';
import { memoryStore } from '../memory-store.ts';
import type { DeviceStore } from '../store.ts';
import { password, StandInApi } from './stand-in-api.ts';

export const server = 'http://device.test';
export const ana = { email: 'ana@example.org', password, model: 'iPhone12,3' };

/** A device on `api` that pauses no longer than a turn. A second one on the same store is the app started anew. */
export function aDevice(api: StandInApi, store: DeviceStore = memoryStore(), now?: () => number): Device {
  return new Device({ store, server, fetch: api.fetch, now, pause: () => Promise.resolve() });
}

export async function signedIn(api = new StandInApi()) {
  const store = memoryStore();
  const device = aDevice(api, store);
  await device.signIn(ana);
  return { api, store, device };
}
