import { adminRoutes } from '../../contracts/routes/admin.ts';
import type { z } from 'zod';
import type { CreateToken } from '../../contracts/accounts.ts';
import { Device } from '../../device-sdk/device.ts';
import { memoryStore } from '../../device-sdk/memory-store.ts';
import type { Browser } from './browser.ts';

/** An app on a phone: the device SDK with its memory in this process. */
export async function phone(deviceUrl: string, model: string, email: string, password: string): Promise<Device> {
  const device = new Device({ server: deviceUrl, store: memoryStore() });
  await device.signIn({ email, password, model });
  return device;
}

/** Staff give a token, and the phone enrols it. @returns the token's id */
export async function enrolToken(
  administrator: Browser,
  device: Device,
  wanted: z.input<typeof CreateToken>,
): Promise<string> {
  const token = await administrator.ask(adminRoutes.createToken, { body: wanted });
  const waiting = (await device.listWaiting()).find(({ tokens }) => tokens.some(({ id }) => id === token.id));
  if (waiting === undefined) throw new Error(`${token.id} does not wait for the phone`);
  await device.claim(waiting);
  return token.id;
}
