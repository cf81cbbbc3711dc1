import type { BlockList } from 'node:net';
import type { Hono } from 'hono';
import { serviceRoutes } from '../contracts/routes/service.ts';
import { verifyOtp } from '../store/verification.ts';
import type { ApiDependencies } from './dependencies.ts';
import { serviceGuard } from './guards.ts';
import { mount } from './mount.ts';

/** `POST /v1/verify`: what a RADIUS server or web login asks. */
export function verifyRoutes(app: Hono, deps: ApiDependencies, trusted: BlockList): void {
  mount(app, serviceRoutes.verify, serviceGuard(deps, trusted), async ({ caller, body }) => {
    const by = 'serial' in body ? { serial: body.serial } : { userName: body.userName };
    const accepted = await verifyOtp(
      deps.database,
      deps.vault,
      deps.policy,
      { serviceId: caller.serviceId, by, otp: body.otp },
      caller.actor,
    );
    return { accepted };
  });
}
