import { startRecovery, tell } from '../../api/running-recoveries.ts';
import { pairingDigits } from '../../domain/pairing.ts';
import type { RestoringKind } from '../../domain/restoration.ts';
import type { Actor } from '../../domain/words.ts';
import type { DeviceRef } from '../../store/documents.ts';
import { newId } from '../../store/ids.ts';
import type { RestoreByCodeInput, RestoreByQrInput } from '../../workflows/messages.ts';
import { decided, enters, occasion } from './deeds.ts';
import { aKey, type aNewDevice, type IdentityOwner } from './identities.ts';
import { mailedCode, type Owner } from './owners.ts';
import type { Stage } from './stage.ts';

/** What people do in guide 001, through the API's own functions and without HTTP; see deeds.ts. */

type Installation = Awaited<ReturnType<typeof aNewDevice>>;

const by = ({ id }: Pick<DeviceRef, 'id'>): Actor => ({ kind: 'device', id, address: '192.0.2.8' });

/** *Restore old ID*, the restore code right. @returns the recovery's id */
export function startsRestore(
  stage: Stage,
  { accountId, identity }: IdentityOwner,
  device: Installation,
  kind: RestoringKind = 'restore',
) {
  const asked = occasion('restore', device.id);
  const parts = { way: 'code' as const, kind, tokenId: identity, device, boundTo: device.thumbprint };
  return decided(() =>
    startRecovery<RestoreByCodeInput>(stage.api, kind, asked, { ...parts, accountId, actor: by(device) }),
  );
}

/** *Show QR code* on a device of the identity. @returns the recovery's id */
export function showsQrCode(
  stage: Stage,
  { accountId, identity, device }: IdentityOwner,
  kind: RestoringKind = 'restore',
  fromDevice = device,
  key = newId('aud'),
) {
  const asked = { ...occasion('pairing', kind), idempotencyKey: key };
  const parts = { way: 'qr' as const, kind, tokenId: identity, fromDevice };
  return decided(() =>
    startRecovery<RestoreByQrInput>(stage.api, kind, asked, { ...parts, accountId, actor: by(fromDevice) }),
  );
}

/** *Start QR code pairing*. */
export function scans(stage: Stage, recoveryId: string, device: Installation) {
  const digits = pairingDigits(stage.deps.masterKey, recoveryId, device.thumbprint);
  return decided(() => tell(stage.api, recoveryId, 'scan', { by: by(device), device, digits }));
}

/** Both show the same digits. */
export function confirms(stage: Stage, { accountId }: Owner, recoveryId: string, device: DeviceRef) {
  return decided(() => tell(stage.api, recoveryId, 'confirm-pairing', { by: by(device), account: accountId }));
}

export async function entersSecondCode(
  stage: Stage,
  owner: Owner,
  recoveryId: string,
  { thumbprint }: Installation,
): Promise<void> {
  await enters(stage, owner, recoveryId, await mailedCode(stage, owner, recoveryId), thumbprint);
}

/** The passcode is chosen, the key pair made. */
export async function getsIdentity(
  stage: Stage,
  { accountId, identity }: IdentityOwner,
  recoveryId: string,
  { id, model, shortId }: DeviceRef,
  key?: Awaited<ReturnType<typeof aKey>>,
): Promise<void> {
  const proofs = [{ tokenId: identity, ...(key ?? (await aKey())) }];
  const device = { id, model, shortId };
  await decided(() => tell(stage.api, recoveryId, 'claim', { by: by(device), account: accountId, device, proofs }));
}

/** Up to where the identity waits for its new device. @returns the recovery's id */
export async function isAwaitedByCode(
  stage: Stage,
  owner: IdentityOwner,
  device: Installation,
  kind: RestoringKind = 'restore',
): Promise<string> {
  const id = await startsRestore(stage, owner, device, kind);
  await entersSecondCode(stage, owner, id, device);
  return id;
}

export async function isAwaitedByQr(
  stage: Stage,
  owner: IdentityOwner,
  device: Installation,
  kind: RestoringKind = 'restore',
): Promise<string> {
  const id = await showsQrCode(stage, owner, kind);
  await scans(stage, id, device);
  await confirms(stage, owner, id, owner.device);
  return id;
}
