import type { Hono } from 'hono';
import { deviceRoutes } from '../../contracts/routes/device.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { mount, type Guard } from '../mount.ts';
import { cancelOwn, confirmWithCode, resendOwn, showOwn } from '../own-recoveries.ts';
import { seesOnly, type DeviceCaller } from './guard.ts';

/** What a device does with a recovery that it has started, whatever its kind. */
export function deviceRecoveries(app: Hono, deps: ApiDependencies, guard: Guard<DeviceCaller>): void {
  mount(app, deviceRoutes.showRecovery, guard, ({ caller, params }) => {
    seesOnly(caller, params.id);
    return showOwn(deps, caller, params.id);
  });
  mount(app, deviceRoutes.enterMailCode, guard, async ({ caller, params, body }) => {
    seesOnly(caller, params.id);
    await confirmWithCode(deps, caller, params.id, caller.device.thumbprint, body.code);
    return showOwn(deps, caller, params.id);
  });
  mount(app, deviceRoutes.resendMailCode, guard, async ({ caller, params, idempotencyKey }) => {
    seesOnly(caller, params.id);
    await resendOwn(deps, caller, params.id, caller.device.thumbprint, idempotencyKey);
    return showOwn(deps, caller, params.id);
  });
  mount(app, deviceRoutes.cancelRecovery, guard, async ({ caller, params, body }) => {
    seesOnly(caller, params.id);
    await cancelOwn(deps, caller, params.id, body.at);
    return showOwn(deps, caller, params.id);
  });
}
