import type { ClientSession } from 'mongodb';
import type { NewDevice } from '../../domain/device.ts';
import { claimWithinMs, type Policy } from '../../domain/policy.ts';
import { refusal, type Refusal } from '../../domain/refusals.ts';
import type { Database } from '../database.ts';
import type { DeviceRef, RecoveryDoc } from '../documents.ts';
import { admitBySpendable, openUntil } from './admit-device.ts';
import { reservationsFollow } from './reservation.ts';
import { advance, once, refuseInTransaction, type Transition } from './transition.ts';

/** The QR code was scanned: from now on it belongs to this device, and to no other (B-03). */
export function pairDevice(
  database: Database,
  policy: Policy,
  transition: Transition,
  device: NewDevice,
  digits: string,
): Promise<RecoveryDoc | Refusal> {
  return once(
    database,
    transition,
    async (session) => {
      const at = new Date();
      const ref = await admitBySpendable(database, transition, device, at, session);
      const deadline = new Date(at.getTime() + policy.limits.pairingWithinMs);
      const recovery = await advance(
        database,
        transition,
        {
          at,
          step: 'compare',
          what: 'scanned',
          detail: { device: ref.id, key: device.thumbprint },
          update: { $set: { pairing: { digits, device: ref }, forDevice: ref.id, deadline } },
        },
        session,
      );
      await reservationsFollow(database, recovery, session);
      return recovery;
    },
    (recovery) => recovery,
  );
}

/** The old device says that both show the same digits. */
export function confirmPairing(
  database: Database,
  policy: Policy,
  transition: Transition,
): Promise<RecoveryDoc | Refusal> {
  return once(
    database,
    transition,
    async (session) => {
      const at = new Date();
      const before = await openUntil(database, transition.recoveryId, at, refusal('already-finished'), session);
      await refuseUnpairedSince(database, before, session);
      const deadline = new Date(at.getTime() + claimWithinMs(before.kind, policy));
      const recovery = await advance(
        database,
        transition,
        {
          at,
          step: 'await-device',
          what: 'pairing-confirmed',
          update: { $set: { state: 'awaiting-device', deadline } },
        },
        session,
      );
      await reservationsFollow(database, recovery, session);
      return recovery;
    },
    (recovery) => recovery,
  );
}

/** Only a device that has the identity brings it to another one. */
export async function refuseUnpaired(
  database: Database,
  tokenId: string,
  device: Pick<DeviceRef, 'id'> | null,
  otherwise: Refusal,
  session: ClientSession,
): Promise<void> {
  const own = { tokenId, 'device.id': device?.id ?? '', state: 'active' as const };
  if ((await database.bindings.findOne(own, { session })) === null) refuseInTransaction(otherwise);
}

/** D-06: unpaired since it showed the QR code, a stolen device must not hand the identity on. */
export async function refuseUnpairedSince(
  database: Database,
  { way, fromDevice, tokens }: RecoveryDoc,
  session: ClientSession,
): Promise<void> {
  if (way !== 'qr') return;
  for (const { id } of tokens) await refuseUnpaired(database, id, fromDevice, refusal('token-not-ready'), session);
}
