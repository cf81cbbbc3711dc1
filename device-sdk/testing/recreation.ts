import { recreationCode } from '../../domain/recreation.ts';
import type { OtpType } from '../../domain/words.ts';
import { Device } from '../device.ts';
import { memoryStore } from '../memory-store.ts';
import type { DeviceStore } from '../store.ts';
import { server } from './world.ts';

export const pin = '582913';
const masterKey = new Uint8Array(32).fill(7);

/** What the portal shows: a serial number and the activation code that belongs to it. */
export function shownByPortal(type: OtpType = 'totp', serial = 'K7M2Q9XA-4TB') {
  return { serial, code: recreationCode(masterKey, 'rec_AAAAAAAAAAAAAAAAAAAAAA', { attempt: 1, serial }, type) };
}

/** An app whose network is cut off: whatever asks fails the test. A second one on the same store is the app started anew. */
export function anOfflineDevice(store: DeviceStore = memoryStore()): Device {
  const cutOff = () => Promise.reject(new Error('nothing may be asked'));
  return new Device({ store, server, fetch: cutOff, pause: () => Promise.resolve(), passcodeIterations: 1_000 });
}
