import type { BlockList } from 'node:net';
import type { Hono } from 'hono';
import type { NewDevice } from '../../domain/device.ts';
import { deviceRoutes } from '../../contracts/routes/device.ts';
import { canonicalRestoreCode } from '../../domain/restore-code.ts';
import { settleRestoreCode, startRestoreAttempt } from '../../store/restore-attempts.ts';
import type { RestoreByCodeInput } from '../../workflows/messages.ts';
import { answerAfter } from '../answer-after.ts';
import { addressClass } from '../client-address.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { anonymousGuard } from '../guards.ts';
import { mount } from '../mount.ts';
import { orRefuse, refuse } from '../problem.ts';
import { startRecovery } from '../running-recoveries.ts';
import { admitted, newDeviceFrom, newDeviceKey } from './new-device.ts';

/** Longer than judging a code of any kind takes: what is known of a name is not told by the clock (E-02). */
const answerAfterMs = 450;

/** *Restore old ID* (guide 001) on a device that need not be known: user name, then restore code. */
export function deviceRestores(app: Hono, deps: ApiDependencies, trusted: BlockList): void {
  const { database, masterKey } = deps;
  const anonymous = anonymousGuard(trusted);

  mount(app, deviceRoutes.startRestore, anonymous, async ({ caller, body, c }) => {
    await deps.rateLimits.anonymous(addressClass(caller.actor.address ?? ''));
    const thumbprint = await newDeviceKey(c, deps);
    return answerAfter(answerAfterMs / 3, async () => {
      const attempt = await startRestoreAttempt(database, deps.policy, { ...body, thumbprint }, caller.actor);
      return { id: attempt._id, attemptsLeft: attempt.attemptsLeft, expiresAt: attempt.expiresAt.toISOString() };
    });
  });

  mount(app, deviceRoutes.enterRestoreCode, anonymous, async ({ caller, params, body, c }) => {
    const thumbprint = await newDeviceKey(c, deps);
    await deps.rateLimits.answers(params.id);
    const plain = canonicalRestoreCode(body.code);
    if (plain === 'malformed') return refuse('restore-code-mistyped');
    return answerAfter(answerAfterMs, async () => {
      const asked = { attemptId: params.id, thumbprint, plain };
      const { attempt } = orRefuse(
        await settleRestoreCode(database, deps.vault, masterKey, deps.policy, asked, caller.actor),
      );
      const device: NewDevice = { ...newDeviceFrom(masterKey, attempt._id, thumbprint, body), id: attempt.deviceId };
      const { accountId, tokenId, kind } = attempt;
      const actor = { ...caller.actor, kind: 'device' as const, id: device.id };
      const occasion = { principal: attempt._id, route: 'restore', idempotencyKey: attempt._id, body: tokenId };
      const input = { way: 'code' as const, kind, accountId, actor, tokenId, device, boundTo: thumbprint };
      const recoveryId = await startRecovery<RestoreByCodeInput>(deps, kind, occasion, input);
      return admitted(deps, recoveryId, thumbprint, actor);
    });
  });
}
