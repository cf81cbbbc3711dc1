import type { Hono } from 'hono';
import { deviceRoutes } from '../../contracts/routes/device.ts';
import type { ReloadInput } from '../../workflows/messages.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { mount, type Guard } from '../mount.ts';
import { showOwn } from '../own-recoveries.ts';
import { startRecovery } from '../running-recoveries.ts';
import type { DeviceCaller } from './guard.ts';

/** The reinstalled app (guide 000): OK, the mailed code, and the tokens are back. */
export function deviceReloads(app: Hono, deps: ApiDependencies, guard: Guard<DeviceCaller>): void {
  mount(app, deviceRoutes.startReload, guard, async ({ caller, body, idempotencyKey }) => {
    const { accountId, actor, device } = caller;
    const occasion = { principal: device._id, route: 'reload', idempotencyKey, body };
    const devices = { formerDeviceId: body.formerDevice, forDeviceId: device._id, boundTo: device.thumbprint };
    return showOwn(
      deps,
      caller,
      await startRecovery<ReloadInput>(deps, 'reload', occasion, { accountId, actor, ...devices }),
    );
  });
}
