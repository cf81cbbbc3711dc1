import type { Context } from 'hono';
import type { PublicKey } from '../../contracts/devices.ts';
import type { NewDevice } from '../../domain/device.ts';
import { keyedDigest, subkey } from '../../domain/keys.ts';
import type { Actor } from '../../domain/words.ts';
import { takeAnonymousProof } from '../../store/challenges.ts';
import type { Database } from '../../store/database.ts';
import type { DeviceRef } from '../../store/documents.ts';
import { refOf } from '../../store/devices.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { showOwn } from '../own-recoveries.ts';
import { refuse } from '../problem.ts';
import { readProof } from './guard.ts';

/** The key that a device without an account holds, by its thumbprint; each proof is taken once. */
export async function newDeviceKey(c: Context, deps: ApiDependencies): Promise<string> {
  const { thumbprint, jti } = await readProof(c, deps);
  return (await takeAnonymousProof(deps.database, thumbprint, jti)) ? thumbprint : refuse('proof-invalid');
}

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

/** What a device is told that a recovery has admitted: the recovery, whose it is, and who it is itself. */
export async function admitted(deps: ApiDependencies, recoveryId: string, thumbprint: string, actor: Actor) {
  const recovery = await deps.database.recoveries.findOne({ _id: recoveryId });
  if (recovery === null) return refuse('link-spent');
  const { id: accountId, userName } = recovery.account;
  return {
    recovery: await showOwn(deps, { role: 'restoring-device', actor, accountId }, recoveryId),
    userName,
    device: await admittedDevice(deps.database, thumbprint),
  };
}

async function admittedDevice(database: Database, thumbprint: string): Promise<DeviceRef> {
  const device = await database.devices.findOne({ thumbprint });
  return device === null ? refuse('device-unknown') : refOf(device);
}
