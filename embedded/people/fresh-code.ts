import { setTimeout as wait } from 'node:timers/promises';
import type { Device } from '../../device-sdk/device.ts';

/** A code that was not used yet: when the present one was, waits for the next, as its owner would. */
export async function freshCode(device: Device, tokenId: string): Promise<string> {
  for (;;) {
    const code = await device.code(tokenId);
    if (!code.isSpent) return code.otp;
    await wait(Math.max((code.validUntil ?? 0) - Date.now(), 250));
  }
}
