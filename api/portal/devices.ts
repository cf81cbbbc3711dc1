import type { Hono } from 'hono';
import { portalRoutes } from '../../contracts/routes/portal.ts';
import { writeAudit } from '../../store/audit.ts';
import { unpairDevice } from '../../store/identity-devices.ts';
import type { ApiDependencies } from '../dependencies.ts';
import type { AccountHolder } from '../guards.ts';
import { identityDeviceViews } from '../identity-views.ts';
import { mount, type Guard } from '../mount.ts';
import { orRefuse, refuse } from '../problem.ts';
import { isOwnPassword } from '../sign-in/password.ts';
import { tellOfUnpairing } from '../unpairing.ts';

/** Guide 001, "Deactivating your ID on a device", for whoever has none of them at hand. */
export function portalDevices(app: Hono, deps: ApiDependencies, guard: Guard<AccountHolder>): void {
  const { database } = deps;

  mount(app, portalRoutes.listDevices, guard, async ({ caller }) => ({
    devices: await identityDeviceViews(database, caller.accountId),
  }));

  mount(app, portalRoutes.unpairDevice, guard, async ({ caller, params, body }) => {
    const { accountId, actor } = caller;
    await deps.rateLimits.answers(accountId);
    if (!(await isOwnPassword(deps, accountId, body.password))) {
      const object = { kind: 'device' as const, id: params.id };
      await writeAudit(database, {
        at: new Date(),
        what: 'identity.unpair-refused',
        actor,
        object,
        account: accountId,
      });
      return refuse('verification-failed');
    }
    const unpaired = orRefuse(await unpairDevice(database, accountId, params.id, body.confirmLast, actor));
    await tellOfUnpairing(deps, accountId, unpaired, actor, '');
    return { devices: await identityDeviceViews(database, accountId) };
  });
}
