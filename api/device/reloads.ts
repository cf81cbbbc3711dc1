import type { Hono } from 'hono';
import { deviceRoutes } from '../../contracts/routes/device.ts';
import type { ReloadInput } from '../../workflows/messages.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { mount, type Guard } from '../mount.ts';
import { cancelOwn, confirmWithCode, resendOwn, showOwn } from '../own-recoveries.ts';
import { startRecovery } from '../running-recoveries.ts';
import type { DeviceCaller } from './guard.ts';

/** The reinstalled app (guide 000): OK, the mailed code, and the tokens are back. */
export function deviceReloads(app: Hono, deps: ApiDependencies, guard: Guard<DeviceCaller>): void {
  mount(app, deviceRoutes.startReload, guard, async ({ caller, body, idempotencyKey }) => {
    const { accountId, actor, device } = caller;
    const occasion = { principal: device._id, route: 'reload', idempotencyKey, body };
    const input = { accountId, actor, formerDeviceId: body.formerDevice, forDeviceId: device._id, boundTo: device._id };
    return showOwn(deps, caller, await startRecovery<ReloadInput>(deps, 'reload', occasion, input));
  });
  mount(app, deviceRoutes.showRecovery, guard, ({ caller, params }) => showOwn(deps, caller, params.id));
  mount(app, deviceRoutes.enterMailCode, guard, async ({ caller, params, body }) => {
    await confirmWithCode(deps, caller, params.id, caller.device._id, body.code);
    return showOwn(deps, caller, params.id);
  });
  mount(app, deviceRoutes.resendMailCode, guard, async ({ caller, params, idempotencyKey }) => {
    await resendOwn(deps, caller, params.id, caller.device._id, idempotencyKey);
    return showOwn(deps, caller, params.id);
  });
  mount(app, deviceRoutes.cancelRecovery, guard, async ({ caller, params, body }) => {
    await cancelOwn(deps, caller, params.id, body.at);
    return showOwn(deps, caller, params.id);
  });
}
