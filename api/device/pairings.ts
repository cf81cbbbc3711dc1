import type { BlockList } from 'node:net';
import type { Hono } from 'hono';
import { deviceRoutes } from '../../contracts/routes/device.ts';
import { isSame } from '../../domain/keys.ts';
import { pairingDigits, pairingSecret } from '../../domain/pairing.ts';
import { refOf } from '../../store/devices.ts';
import type { RestoreByQrInput } from '../../workflows/messages.ts';
import { addressClass } from '../client-address.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { anonymousGuard } from '../guards.ts';
import { mount, type Guard } from '../mount.ts';
import { showOwn } from '../own-recoveries.ts';
import { asSpent, refuse } from '../problem.ts';
import { startRecovery, tell } from '../running-recoveries.ts';
import type { DeviceCaller } from './guard.ts';
import { verifyOwner } from './identity-proofs.ts';
import { admitted, newDeviceFrom, newDeviceKey } from './new-device.ts';

/** QR code pairing (guide 001): shown on the old device, scanned by the new one, confirmed on the old one. */
export function devicePairings(app: Hono, deps: ApiDependencies, guard: Guard<DeviceCaller>, trusted: BlockList): void {
  const { settings, masterKey } = deps;

  mount(app, deviceRoutes.startPairing, guard, async ({ caller, body, idempotencyKey }) => {
    const { accountId, actor, device } = caller;
    const occasion = { principal: device._id, route: 'pairing', idempotencyKey, body: body.kind };
    const { identity } = await verifyOwner(deps, caller, body.proof, 'start-pairing', body.kind, idempotencyKey);
    const input = {
      way: 'qr' as const,
      kind: body.kind,
      accountId,
      actor,
      tokenId: identity._id,
      fromDevice: refOf(device),
    };
    const recoveryId = await startRecovery<RestoreByQrInput>(deps, body.kind, occasion, input);
    const secret = pairingSecret(masterKey, recoveryId);
    return {
      recovery: await showOwn(deps, caller, recoveryId),
      qr: `${settings.AUTHENTICATOR_URL}/#/pair?recovery=${recoveryId}&secret=${secret}`,
    };
  });

  mount(app, deviceRoutes.scanPairing, anonymousGuard(trusted), async ({ caller, params, body, c }) => {
    await deps.rateLimits.anonymous(addressClass(caller.actor.address ?? ''));
    const thumbprint = await newDeviceKey(c, deps);
    if (!isSame(body.secret, pairingSecret(masterKey, params.id))) return refuse('link-spent');
    const device = newDeviceFrom(masterKey, params.id, thumbprint, body);
    const actor = { ...caller.actor, kind: 'device' as const, id: device.id };
    const digits = pairingDigits(masterKey, params.id, thumbprint);
    await tell(deps, params.id, 'scan', { by: actor, device, digits }).catch(asSpent);
    return admitted(deps, params.id, thumbprint, actor);
  });

  mount(app, deviceRoutes.confirmPairing, guard, async ({ caller, params, body }) => {
    await verifyOwner(deps, caller, body.proof, 'confirm-pairing', params.id);
    await tell(deps, params.id, 'confirm-pairing', { by: caller.actor, account: caller.accountId });
    return showOwn(deps, caller, params.id);
  });
}
