import { refusal, type Refusal } from '../domain/refusals.ts';
import type { Actor } from '../domain/words.ts';
import { writeAudit } from './audit.ts';
import { inTransaction, type Database } from './database.ts';
import type { BindingDoc, DeviceDoc, DeviceRef } from './documents.ts';
import { bindingsOf, identityOf } from './identities.ts';

/** Guide 001, "Deactivating your ID on a device". */

/** Where the identity is active, with when and from where each device was last seen. */
export async function identityDevices(
  database: Database,
  accountId: string,
): Promise<{ binding: BindingDoc; device: DeviceDoc }[]> {
  const identity = await identityOf(database, accountId);
  if (identity === null) return [];
  const bindings = await bindingsOf(database, identity._id);
  const devices = await database.devices
    .find({ _id: { $in: bindings.map((binding) => binding.device.id) } }, { projection: { proofs: 0 } })
    .toArray();
  return bindings.flatMap((binding) => {
    const device = devices.find(({ _id }) => _id === binding.device.id);
    return device === undefined ? [] : [{ binding, device }];
  });
}

/**
 * Ends the identity on a device, at once and whether or not that device can be reached; it is told at its next contact. It comes
 * back only by a restore.
 * @param mayBeLast the person was warned that it is the last device, and wants it nonetheless
 */
export function unpairDevice(
  database: Database,
  accountId: string,
  deviceId: string,
  mayBeLast: boolean,
  actor: Actor,
  reason?: string,
): Promise<DeviceRef | Refusal> {
  return inTransaction(database, async (session) => {
    const at = new Date();
    const identity = await identityOf(database, accountId, session);
    if (identity === null) return refusal('not-found');
    const bindings = await bindingsOf(database, identity._id, session);
    const binding = bindings.find(({ device }) => device.id === deviceId);
    if (binding === undefined) return refusal('not-found');
    const others = bindings.filter(({ _id }) => _id !== binding._id);
    if (others.length === 0 && !mayBeLast) return refusal('last-device');
    await database.bindings.updateOne(
      { _id: binding._id, state: 'active' },
      { $set: { state: 'ended', endedAt: at, end: { reason: 'unpaired', to: null } } },
      { session },
    );
    const rest = others.at(-1);
    // Counted, because setting what is so already would be no write: of two devices that unpair one another at once, the second
    // must meet the first, and be warned that it is the last.
    await database.tokens.updateOne(
      { _id: identity._id },
      {
        $set: { device: rest?.device ?? null, bindingId: rest?._id ?? null },
        $inc: { 'identity.unpairings': 1 },
      },
      { session },
    );
    await writeAudit(
      database,
      {
        at,
        what: 'identity.unpaired',
        actor,
        object: { kind: 'device', id: deviceId },
        account: accountId,
        detail: { token: identity._id, left: others.length },
        ...(reason === undefined ? {} : { reason }),
      },
      session,
    );
    return binding.device;
  });
}

/** Whether the identity of an account was on a device, and was unpaired from it since. */
export async function wasUnpaired(database: Database, accountId: string, deviceId: string): Promise<boolean> {
  const of = { accountId, isExclusive: false, 'device.id': deviceId };
  const newest = await database.bindings.findOne(of, { sort: { startedAt: -1 } });
  return newest?.state === 'ended' && newest.end?.reason === 'unpaired';
}
