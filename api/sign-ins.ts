import type { BlockList } from 'node:net';
import type { Hono } from 'hono';
import { serviceRoutes } from '../contracts/routes/service.ts';
import type { SignInState } from '../domain/words.ts';
import type { SignInDoc } from '../store/identity-documents.ts';
import { startSignIn } from '../store/sign-ins.ts';
import type { ApiDependencies } from './dependencies.ts';
import { serviceGuard } from './guards.ts';
import { mount } from './mount.ts';
import { orRefuse, refuse } from './problem.ts';

/** What a relying service asks that lets people in by their identity. */
export function signInRoutes(app: Hono, deps: ApiDependencies, trusted: BlockList): void {
  const { database, policy } = deps;
  const guard = serviceGuard(deps, trusted);

  mount(app, serviceRoutes.startSignIn, guard, async ({ caller, body }) => {
    const service = await database.services.findOne({ _id: caller.serviceId });
    if (service === null) return refuse('unauthenticated');
    const asked = { userName: body.userName, place: body.place ?? null };
    const { _id: id, name } = service;
    const started = orRefuse(await startSignIn(database, policy, { id, name }, asked, caller.actor));
    return { id: started._id, number: started.number, expiresAt: started.expiresAt.toISOString() };
  });

  mount(app, serviceRoutes.showSignIn, guard, async ({ caller, params }) => {
    const signIn = await database.signIns.findOne({ _id: params.id, 'service.id': caller.serviceId });
    if (signIn === null) return refuse('not-found');
    return { id: signIn._id, state: stateOf(signIn), expiresAt: signIn.expiresAt.toISOString() };
  });
}

function stateOf({ state, expiresAt }: SignInDoc): SignInState {
  return state === 'pending' && expiresAt <= new Date() ? 'expired' : state;
}
