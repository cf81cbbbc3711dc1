import { Device } from '../device.ts';
import { memoryStore } from '../memory-store.ts';
import type { DeviceStore } from '../store.ts';
import { password, StandInApi } from './stand-in-api.ts';

export const server = 'http://device.test';
export const ana = { email: 'ana@example.org', password, model: 'iPhone12,3' };

/** A device on `api` that pauses no longer than a turn. A second one on the same store is the app started anew. */
export function aDevice(api: StandInApi, store: DeviceStore = memoryStore(), now?: () => number): Device {
  return new Device({
    store,
    server,
    fetch: api.fetch,
    now,
    pause: () => Promise.resolve(),
    passcodeIterations: 1_000,
  });
}

export async function signedIn(api = new StandInApi()) {
  const store = memoryStore();
  const device = aDevice(api, store);
  await device.signIn(ana);
  return { api, store, device };
}

/** A device whose network loses every answer to `path`, after the server has acted. */
export function aDeviceUnanswered(api: StandInApi, store: DeviceStore, path: string): Device {
  const losing: typeof fetch = async (input, init) => {
    const answer = await api.fetch(input, init);
    if (api.requests.at(-1)?.path.endsWith(path) === true && init?.method === 'POST')
      throw new TypeError('network connection was lost');
    return answer;
  };
  return new Device({ store, server, fetch: losing, pause: () => Promise.resolve(), passcodeIterations: 1_000 });
}
