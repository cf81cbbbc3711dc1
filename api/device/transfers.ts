import type { BlockList } from 'node:net';
import type { Hono } from 'hono';
import type { z } from 'zod';
import { deviceRoutes } from '../../contracts/routes/device.ts';
import type { Activate } from '../../contracts/transfer.ts';
import { activationSecret, canonicalActivationCode, isActivationCode } from '../../domain/activation.ts';
import { isSame } from '../../domain/keys.ts';
import { transferGaps, whatIsMissing } from '../../domain/transfer.ts';
import type { RecoveryDoc } from '../../store/documents.ts';
import { refOf } from '../../store/devices.ts';
import { transferPolicy } from '../../store/policies.ts';
import { awaitingActivation } from '../../store/recoveries/transfer.ts';
import type { TransferInput } from '../../workflows/messages.ts';
import { answerAfter } from '../answer-after.ts';
import { addressClass } from '../client-address.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { anonymousGuard } from '../guards.ts';
import { mount, type Guard } from '../mount.ts';
import { showOwn } from '../own-recoveries.ts';
import { asSpent, refuse, RefusedError } from '../problem.ts';
import { startRecovery, tell, tellAgain } from '../running-recoveries.ts';
import type { DeviceCaller } from './guard.ts';
import { admitted, newDeviceFrom, newDeviceKey } from './new-device.ts';

/** An unknown user name is answered as a wrong code is, also by the clock (E-02). */
const answerAfterMs = 250;

/** Guide 002: *Transfer tokens* on the old device, the activation on the new one. */
export function deviceTransfers(
  app: Hono,
  deps: ApiDependencies,
  guard: Guard<DeviceCaller>,
  trusted: BlockList,
): void {
  const { database, masterKey } = deps;

  mount(app, deviceRoutes.transferStatus, guard, async () => {
    const policy = await transferPolicy(database);
    const missing = whatIsMissing(policy, []);
    return { isPossible: missing.length === 0, missing, servicesOff: policy.servicesOff };
  });

  mount(app, deviceRoutes.startTransfer, guard, async ({ caller, body, idempotencyKey }) => {
    const { accountId, actor, device } = caller;
    await refuseGaps([]);
    const occasion = { principal: device._id, route: 'transfer', idempotencyKey, body };
    const input = { accountId, actor, tokenIds: body.tokens, fromDevice: refOf(device) };
    return showOwn(deps, caller, await startRecovery<TransferInput>(deps, 'transfer', occasion, input));
  });

  mount(app, deviceRoutes.activate, anonymousGuard(trusted), async ({ caller, body, c }) => {
    await deps.rateLimits.anonymous(addressClass(caller.actor.address ?? ''));
    const thumbprint = await newDeviceKey(c, deps);
    const { _id, tokens } = await answerAfter(answerAfterMs, () => activatedBy(deps, body.by));
    await refuseGaps(tokens.map(({ service }) => service.id));
    const device = newDeviceFrom(masterKey, _id, thumbprint, body);
    const actor = { ...caller.actor, kind: 'device' as const, id: device.id };
    const message = { by: actor, device };
    await tell(deps, _id, 'activate', message)
      .catch((error: unknown) => {
        if (!(error instanceof RefusedError) || !isGap(error.code)) throw error;
        // The same message is answered as it was the first time; what was off then need not be off any more.
        return tellAgain(deps, _id, 'activate', message, undefined);
      })
      .catch(asSpent);
    return admitted(deps, _id, thumbprint, actor);
  });

  /** Judged again in the transaction. Told here, it begins no workflow, and the same request is good once it is switched on. */
  async function refuseGaps(services: string[]): Promise<void> {
    const [gap] = whatIsMissing(await transferPolicy(database), services);
    if (gap !== undefined) refuse(gap);
  }
}

function isGap(code: string): boolean {
  return transferGaps.some((gap) => gap === code);
}

/** The transfer that an activation belongs to. Whether it is still good, its workflow decides. */
async function activatedBy(
  { database, masterKey, rateLimits }: ApiDependencies,
  by: z.output<typeof Activate>['by'],
): Promise<RecoveryDoc> {
  if ('secret' in by) {
    const isRight = isSame(by.secret, activationSecret(masterKey, by.recovery));
    return (isRight ? await database.recoveries.findOne({ _id: by.recovery }) : null) ?? refuse('link-spent');
  }
  const plain = canonicalActivationCode(by.code);
  if (plain === 'malformed') return refuse('activation-mistyped');
  await rateLimits.answers(`activation/${by.userName.toLowerCase()}`);
  const waiting = await awaitingActivation(database, by.userName);
  return waiting.find(({ _id }) => isActivationCode(masterKey, _id, plain)) ?? refuse('link-spent');
}
