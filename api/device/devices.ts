import type { BlockList } from 'node:net';
import type { Hono } from 'hono';
import { deviceRoutes } from '../../contracts/routes/device.ts';
import { devicesWithTokens, refOf, signInDevice, signOutDevice } from '../../store/devices.ts';
import { writeAudit } from '../../store/audit.ts';
import { addressClass } from '../client-address.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { anonymousGuard } from '../guards.ts';
import { mount, type Guard } from '../mount.ts';
import { orRefuse, refuse } from '../problem.ts';
import { accountByPassword } from '../sign-in/password.ts';
import { readProof, type DeviceCaller } from './guard.ts';

/** Installations of the app: signing in and out. */
export function deviceDevices(app: Hono, deps: ApiDependencies, guard: Guard<DeviceCaller>, trusted: BlockList): void {
  const { database } = deps;

  mount(app, deviceRoutes.signIn, anonymousGuard(trusted), async ({ caller, body, c }) => {
    const address = caller.actor.address ?? '';
    await deps.rateLimits.signIns(addressClass(address));
    const { thumbprint, jti } = await readProof(c, deps);
    const account = await accountByPassword(deps, body.email, body.password);
    if (account === null) {
      await writeAudit(database, {
        at: new Date(),
        what: 'device.sign-in-refused',
        actor: caller.actor,
        object: { kind: 'device', id: thumbprint },
        account: null,
      });
      return refuse('sign-in-failed');
    }
    const { encryptionKey, model, platformId = null } = body;
    const actor = { ...caller.actor, kind: 'account-holder' as const, id: account._id };
    const device = orRefuse(
      await signInDevice(
        database,
        { accountId: account._id, thumbprint, encryptionKey, model, platformId, jti, address },
        actor,
      ),
    );
    const others = await devicesWithTokens(database, account._id, device._id);
    return {
      device: refOf(device),
      userName: account.userName,
      knownDevices: others.map(({ device: known, tokens }) => ({
        ...refOf(known),
        lastSeenAt: known.lastSeenAt.toISOString(),
        tokens,
        isThisDevice: platformId !== null && known.platformId === platformId,
      })),
    };
  });

  mount(app, deviceRoutes.signOut, guard, async ({ caller }) => {
    await signOutDevice(database, caller.device, caller.actor);
    return undefined;
  });
}
