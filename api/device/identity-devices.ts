import type { Hono } from 'hono';
import { deviceRoutes } from '../../contracts/routes/device.ts';
import { isRefusal } from '../../domain/refusals.ts';
import { unpairDevice, wasUnpaired } from '../../store/identity-devices.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { identityDeviceViews } from '../identity-views.ts';
import { mount, type Guard } from '../mount.ts';
import { orRefuse } from '../problem.ts';
import { tellOfUnpairing } from '../unpairing.ts';
import type { DeviceCaller } from './guard.ts';
import { verifyOwner } from './identity-proofs.ts';

/** Guide 001, "Deactivating your ID on a device". */
export function deviceIdentityDevices(app: Hono, deps: ApiDependencies, guard: Guard<DeviceCaller>): void {
  const { database } = deps;
  const listed = async ({ accountId, device }: DeviceCaller) => ({
    devices: await identityDeviceViews(database, accountId, device._id),
  });

  mount(app, deviceRoutes.listIdentityDevices, guard, ({ caller }) => listed(caller));

  mount(app, deviceRoutes.unpairDevice, guard, async ({ caller, params, body }) => {
    const { isRepeated } = await verifyOwner(deps, caller, body.proof, 'unpair-device', params.id);
    const { accountId, actor } = caller;
    const unpaired = await unpairDevice(database, accountId, params.id, body.confirmLast, actor);
    // It was unpaired by this very request, and the answer lost.
    if (isRepeated && isRefusal(unpaired) && (await wasUnpaired(database, accountId, params.id))) return listed(caller);
    await tellOfUnpairing(deps, accountId, orRefuse(unpaired), actor, '');
    return listed(caller);
  });
}
