import type { Hono } from 'hono';
import { calculateJwkThumbprint } from 'jose';
import { deviceRoutes } from '../../contracts/routes/device.ts';
import { askChallenge, takeChallenge } from '../../store/challenges.ts';
import { refOf } from '../../store/devices.ts';
import { bindingOn, createIdentity, identityOf, type IdentityDoc } from '../../store/identities.ts';
import { declineBackUp } from '../../store/restore-function.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { identityForDevice } from '../identity-views.ts';
import { mount, type Guard } from '../mount.ts';
import { tellOwner } from '../owner-letters.ts';
import { orRefuse, refuse } from '../problem.ts';
import type { DeviceCaller } from './guard.ts';
import { challengeIn, verifyIdentityProof } from './identity-proofs.ts';

/** The identity as its owner sees it. */
export async function shownIdentity(
  { database }: ApiDependencies,
  { device, accountId }: DeviceCaller,
  token: IdentityDoc,
) {
  const account = await database.accounts.findOne({ _id: accountId }, { projection: { userName: 1 } });
  return identityForDevice(database, token, device, account?.userName ?? '');
}

/** Guide 001: create an ID, see it, and what it asks to be signed. */
export function deviceIdentity(app: Hono, deps: ApiDependencies, guard: Guard<DeviceCaller>): void {
  const { database, policy, settings } = deps;

  mount(app, deviceRoutes.askChallenge, guard, async ({ caller, body }) => {
    const challenge = await askChallenge(database, policy, caller.device._id, body.purpose);
    return { challenge: challenge._id, expiresAt: challenge.expiresAt.toISOString() };
  });

  mount(app, deviceRoutes.showIdentity, guard, async ({ caller }) => {
    const identity = await identityOf(database, caller.accountId);
    return { identity: identity === null ? null : await shownIdentity(deps, caller, identity) };
  });

  mount(app, deviceRoutes.createIdentity, guard, async ({ caller, body }) => {
    const { device, accountId, actor } = caller;
    const thumbprint = await calculateJwkThumbprint(body.publicKey);
    const existing = await identityOf(database, accountId);
    if (existing !== null) {
      // The answer was lost on its way, and is asked for again.
      const own = await bindingOn(database, existing._id, device._id);
      return own?.key?.thumbprint === thumbprint ? shownIdentity(deps, caller, existing) : refuse('identity-exists');
    }
    const challenge = challengeIn(body.proof);
    const expected = {
      purpose: 'create-identity',
      token: '',
      device: device.thumbprint,
      challenge,
      about: '',
    } as const;
    await verifyIdentityProof(deps, body.proof, body.publicKey, expected);
    const taken = await takeChallenge(database, challenge, device._id, 'create-identity', body.proof);
    if (taken === 'no') refuse('verification-failed');
    const created = orRefuse(await createIdentity(database, device, { publicKey: body.publicKey, thumbprint }, actor));
    const { model, shortId } = refOf(device);
    await tellOwner(deps, accountId, {
      template: 'identity-created',
      facts: {
        device: `${model} (ID ${shortId})`,
        at: Date.now(),
        address: actor.address ?? '',
        portalUrl: settings.PORTAL_URL,
      },
    });
    return shownIdentity(deps, caller, created);
  });

  mount(app, deviceRoutes.declineBackUp, guard, async ({ caller }) =>
    shownIdentity(deps, caller, orRefuse(await declineBackUp(database, caller.accountId, caller.actor))),
  );
}
