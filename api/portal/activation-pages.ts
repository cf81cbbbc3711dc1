import type { BlockList } from 'node:net';
import type { Hono } from 'hono';
import { portalRoutes } from '../../contracts/routes/portal.ts';
import { activationCode, activationPageSecret, activationSecret, activationUrl } from '../../domain/activation.ts';
import { isSame } from '../../domain/keys.ts';
import { writeAudit } from '../../store/audit.ts';
import { addressClass } from '../client-address.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { anonymousGuard } from '../guards.ts';
import { mount } from '../mount.ts';
import { refuse } from '../problem.ts';

/** The page of a strict policy's message: shows the QR code when its reader asks for it (guide 002; M-01, M-02, B-02). */
export function portalActivationPages(app: Hono, deps: ApiDependencies, trusted: BlockList): void {
  const { database, masterKey } = deps;
  mount(app, portalRoutes.openActivationPage, anonymousGuard(trusted), async ({ caller, body }) => {
    await deps.rateLimits.anonymous(addressClass(caller.actor.address ?? ''));
    if (!isSame(body.secret, activationPageSecret(masterKey, body.recovery))) return refuse('link-spent');
    const recovery = await database.recoveries.findOne({ _id: body.recovery, kind: 'transfer', step: 'activate' });
    const { activation, account } = recovery ?? {};
    if (recovery === null || activation === undefined || account === undefined) return refuse('link-spent');
    if (recovery.endedAt !== null || recovery.deadline <= new Date()) return refuse('link-spent');
    const { _id, tokens, deadline } = recovery;
    const object = { kind: 'recovery' as const, id: _id };
    const what = 'recovery.activation-shown';
    await writeAudit(database, { at: new Date(), what, actor: caller.actor, object, account: account.id });
    return {
      qr: activationUrl(activation.base, _id, activationSecret(masterKey, _id)),
      code: activationCode(masterKey, _id),
      userName: account.userName,
      until: deadline.toISOString(),
      services: tokens.map(({ service }) => service.name),
    };
  });
}
