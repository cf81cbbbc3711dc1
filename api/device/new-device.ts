import type { PublicKey } from '../../contracts/devices.ts';
import type { NewDevice } from '../../domain/device.ts';
import { keyedDigest, subkey } from '../../domain/keys.ts';
import type { Database } from '../../store/database.ts';
import type { DeviceRef } from '../../store/documents.ts';
import { refOf } from '../../store/devices.ts';
import { refuse } from '../problem.ts';

/** The same installation in the same matter is the same device: a repeated request must not look like another one. */
export function newDeviceFrom(
  masterKey: Uint8Array,
  matter: string,
  thumbprint: string,
  { encryptionKey, model, platformId }: { encryptionKey: PublicKey; model: string; platformId?: string | undefined },
): NewDevice {
  const digest = subkey(masterKey, 'recovery-id', `device/${matter}/${thumbprint}`, 4);
  const number = new DataView(digest.buffer, digest.byteOffset).getUint32(0);
  return {
    id: `dev_${keyedDigest(subkey(masterKey, 'recovery-id'), 'device', matter, thumbprint)}`,
    thumbprint,
    encryptionKey,
    model,
    shortId: String(100_000 + (number % 900_000)),
    platformId: platformId ?? null,
  };
}

/** The device that a recovery has admitted. */
export async function admittedDevice(database: Database, thumbprint: string): Promise<DeviceRef> {
  const device = await database.devices.findOne({ thumbprint });
  return device === null ? refuse('device-unknown') : refOf(device);
}
