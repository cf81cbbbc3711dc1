import type { BlockList } from 'node:net';
import type { Hono } from 'hono';
import type { z } from 'zod';
import { deviceRoutes } from '../../contracts/routes/device.ts';
import type { Activate } from '../../contracts/transfer.ts';
import { activationSecret, canonicalActivationCode, isActivationCode } from '../../domain/activation.ts';
import { isSame } from '../../domain/keys.ts';
import { whatIsMissing } from '../../domain/transfer.ts';
import { takeAnonymousProof } from '../../store/challenges.ts';
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
import { asSpent, refuse } from '../problem.ts';
import { startRecovery, tell } from '../running-recoveries.ts';
import { readProof, type DeviceCaller } from './guard.ts';
import { admittedDevice, newDeviceFrom } from './new-device.ts';

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
    // Told before anything begins; judged again in the transaction that begins it.
    const [gap] = whatIsMissing(await transferPolicy(database), []);
    if (gap !== undefined) return refuse(gap);
    const occasion = { principal: device._id, route: 'transfer', idempotencyKey, body };
    const input = { accountId, actor, tokenIds: body.tokens, fromDevice: refOf(device) };
    return showOwn(deps, caller, await startRecovery<TransferInput>(deps, 'transfer', occasion, input));
  });

  mount(app, deviceRoutes.activate, anonymousGuard(trusted), async ({ caller, body, c }) => {
    await deps.rateLimits.anonymous(addressClass(caller.actor.address ?? ''));
    const { thumbprint, jti } = await readProof(c, deps);
    if (!(await takeAnonymousProof(database, thumbprint, jti))) return refuse('proof-invalid');
    if (!(await transferPolicy(database)).isMobileApiOn) return refuse('mobile-api-off');
    const recoveryId = await answerAfter(answerAfterMs, () => activatedBy(deps, body.by));
    const device = newDeviceFrom(masterKey, recoveryId, thumbprint, body);
    const actor = { ...caller.actor, kind: 'device' as const, id: device.id };
    await tell(deps, recoveryId, 'activate', { by: actor, device }).catch(asSpent);
    const recovery = await database.recoveries.findOne({ _id: recoveryId });
    if (recovery === null) return refuse('link-spent');
    const owner = { role: 'restoring-device' as const, actor, accountId: recovery.account.id };
    return {
      recovery: await showOwn(deps, owner, recoveryId),
      userName: recovery.account.userName,
      device: await admittedDevice(database, thumbprint),
    };
  });
}

/** The transfer that an activation belongs to. Whether it is still good, its workflow decides. */
async function activatedBy(
  { database, masterKey, rateLimits }: ApiDependencies,
  by: z.output<typeof Activate>['by'],
): Promise<string> {
  if ('secret' in by)
    return isSame(by.secret, activationSecret(masterKey, by.recovery)) ? by.recovery : refuse('link-spent');
  const plain = canonicalActivationCode(by.code);
  if (plain === 'malformed') return refuse('activation-mistyped');
  await rateLimits.answers(`activation/${by.userName.toLowerCase()}`);
  const waiting = await awaitingActivation(database, by.userName);
  const meant = waiting.find(({ _id }) => isActivationCode(masterKey, _id, plain));
  return meant?._id ?? refuse('link-spent');
}
