import type { BlockList } from 'node:net';
import type { Hono } from 'hono';
import { portalRoutes } from '../../contracts/routes/portal.ts';
import { notMe, repudiatedRecovery } from '../../domain/repudiation.ts';
import { freezeRecovered } from '../../store/repudiation.ts';
import { queueLetter } from '../../store/letters.ts';
import { addressClass } from '../client-address.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { anonymousGuard } from '../guards.ts';
import { mount } from '../mount.ts';
import { refuse, RefusedError } from '../problem.ts';
import { startDelivery } from '../queued-letters.ts';
import { tell } from '../running-recoveries.ts';

/** "This wasn't me": a mailed link's page, whose button freezes what was recovered (design.md, principle 9; B-04, M-02). */
export function portalRepudiations(app: Hono, deps: ApiDependencies, trusted: BlockList): void {
  const { database, policy } = deps;

  mount(app, portalRoutes.repudiate, anonymousGuard(trusted), async ({ caller, body }) => {
    await deps.rateLimits.anonymous(addressClass(caller.actor.address ?? ''));
    const recoveryId = repudiatedRecovery(deps.masterKey, body.token);
    if (recoveryId === undefined) return refuse('link-spent');
    await cancelIfOpen(recoveryId);
    const recovery = await database.recoveries.findOne({ _id: recoveryId });
    if (recovery === null || Date.now() > (recovery.endedAt?.getTime() ?? Infinity) + policy.limits.repudiateWithinMs)
      return refuse('link-spent');
    const by = { ...caller.actor, kind: 'account-holder' as const, id: recovery.account.id };
    const { frozenTokens, isFirst } = await freezeRecovered(database, recovery, by);
    if (!isFirst) return { frozenTokens, recovery: recoveryId };
    const { id: accountId, email, name, locale } = recovery.account;
    const services = recovery.tokens.map(({ service }) => service.name);
    startDelivery(
      deps,
      await queueLetter(
        database,
        deps.vault,
        { accountId, email },
        { template: 'repudiated', locale, facts: { name, services } },
      ),
    );
    return { frozenTokens, recovery: recoveryId };
  });

  /** An open recovery is stopped; one that ended meanwhile is frozen instead. */
  async function cancelIfOpen(recoveryId: string): Promise<void> {
    const recovery = await database.recoveries.findOne({ _id: recoveryId, endedAt: null });
    if (recovery === null) return;
    const by = { kind: 'account-holder' as const, id: recovery.account.id };
    await tell(deps, recoveryId, 'cancel', { by, reason: notMe }).catch((error: unknown) => {
      if (!(error instanceof RefusedError) || error.code !== 'already-finished') throw error;
    });
  }
}
