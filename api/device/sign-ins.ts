import type { Hono } from 'hono';
import { deviceRoutes } from '../../contracts/routes/device.ts';
import { bindingOn, identityOf } from '../../store/identities.ts';
import { decideSignIn, waitingSignIns } from '../../store/sign-ins.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { mount, type Guard } from '../mount.ts';
import { orRefuse, refuse } from '../problem.ts';
import type { DeviceCaller } from './guard.ts';
import { verifyIdentityProof } from './identity-proofs.ts';
import { shownIdentity } from './identity.ts';

/** Sign-ins of relying services, offered to each device that has the identity. */
export function deviceSignIns(app: Hono, deps: ApiDependencies, guard: Guard<DeviceCaller>): void {
  const { database } = deps;

  mount(app, deviceRoutes.listSignIns, guard, async ({ caller }) => {
    const here = await identityHere(caller);
    const waiting = here === null ? [] : await waitingSignIns(database, here.identity._id);
    return {
      signIns: waiting.map(({ _id, service, place, choices, challenge, expiresAt }) => ({
        id: _id,
        service,
        place,
        choices,
        challenge,
        expiresAt: expiresAt.toISOString(),
      })),
    };
  });

  mount(app, deviceRoutes.approveSignIn, guard, async ({ caller, params, body }) => {
    const here = await identityHere(caller);
    if (here === null) return refuse('not-found');
    const signIn = await database.signIns.findOne({ _id: params.id, tokenId: here.identity._id });
    if (signIn === null) return refuse('not-found');
    await verifyIdentityProof(deps, body.proof, here.publicKey, {
      purpose: 'sign-in',
      token: here.identity._id,
      device: caller.device.thumbprint,
      challenge: signIn.challenge,
      about: body.number,
    });
    // A person who only wants the requests to stop picks any number: two in three times that ends the sign-in.
    const decision = body.number === signIn.number ? 'approved' : 'refused';
    const decided = orRefuse(
      await decideSignIn(database, params.id, here.identity._id, caller.device._id, decision, caller.actor),
    );
    return decision === 'refused' ? refuse('wrong-number') : shownIdentity(deps, caller, decided);
  });

  mount(app, deviceRoutes.refuseSignIn, guard, async ({ caller, params }) => {
    const here = await identityHere(caller);
    if (here === null) return refuse('not-found');
    orRefuse(await decideSignIn(database, params.id, here.identity._id, caller.device._id, 'refused', caller.actor));
    return undefined;
  });

  async function identityHere({ accountId, device }: DeviceCaller) {
    const identity = await identityOf(database, accountId);
    const binding = identity === null ? null : await bindingOn(database, identity._id, device._id);
    return identity === null || binding?.key === undefined ? null : { identity, publicKey: binding.key.publicKey };
  }
}
