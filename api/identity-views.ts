import type { z } from 'zod';
import type { Identity, IdentityDevice, Restoration } from '../contracts/identities.ts';
import { isPromptDue, type RestorationPolicy } from '../domain/restoration.ts';
import type { BindingDoc, DeviceDoc } from '../store/documents.ts';
import type { Database } from '../store/database.ts';
import { bindingsOf, type IdentityDoc } from '../store/identities.ts';
import { identityDevices } from '../store/identity-devices.ts';
import { restorationPolicy } from '../store/policies.ts';

export function restorationView({ identity }: IdentityDoc, policy: RestorationPolicy): z.input<typeof Restoration> {
  const { code, signIns, isPromptDeclined, mustStoreCode } = identity;
  const isActive = code !== null;
  return {
    isAllowed: policy.isOn,
    isActive,
    mustStoreCode: policy.isOn && mustStoreCode,
    // Storing the next code is asked anyhow.
    isPromptDue: !mustStoreCode && isPromptDue({ isActive, isPromptDeclined, signIns }, policy),
    mayShowCode: policy.codeStorage === 'sealed' && code?.sealed != null,
    codeIssuedAt: code?.issuedAt.toISOString() ?? null,
  };
}

/** The identity as one of the account's devices sees it. */
export async function identityForDevice(
  database: Database,
  token: IdentityDoc,
  device: DeviceDoc,
  userName: string,
): Promise<z.input<typeof Identity>> {
  const [policy, bindings] = await Promise.all([restorationPolicy(database), bindingsOf(database, token._id)]);
  return {
    id: token._id,
    name: userName,
    serial: token.serial,
    state: token.state,
    isHere: bindings.some((binding) => binding.device.id === device._id),
    devices: bindings.length,
    signIns: token.identity.signIns,
    restoration: restorationView(token, policy),
    recovery: token.reservedBy?.id ?? null,
  };
}

function deviceView(
  { binding, device }: { binding: BindingDoc; device: DeviceDoc },
  thisDevice: string | null,
): z.input<typeof IdentityDevice> {
  return {
    id: device._id,
    model: device.model,
    shortId: device.shortId,
    pairedAt: binding.startedAt.toISOString(),
    lastUsedAt: binding.lastUsedAt?.toISOString() ?? null,
    lastSeenAt: device.lastSeenAt.toISOString(),
    lastAddress: device.lastAddress,
    isThisDevice: device._id === thisDevice,
  };
}

/** Where the identity of an account is active. @param thisDevice the device that asks, if one does */
export async function identityDeviceViews(
  database: Database,
  accountId: string,
  thisDevice: string | null = null,
): Promise<z.input<typeof IdentityDevice>[]> {
  return (await identityDevices(database, accountId)).map((found) => deviceView(found, thisDevice));
}
