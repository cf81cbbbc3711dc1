import type { Hono } from 'hono';
import { calculateJwkThumbprint, CompactEncrypt, importJWK } from 'jose';
import type { z } from 'zod';
import type { Claim } from '../../contracts/devices.ts';
import { deviceRoutes } from '../../contracts/routes/device.ts';
import { bindingChallenge, claimDigest } from '../../domain/claim.ts';
import { offeredSeed } from '../../domain/otp.ts';
import type { RefusalCode } from '../../domain/refusals.ts';
import { transferGaps } from '../../domain/transfer.ts';
import type { DeviceDoc, RecoveryDoc } from '../../store/documents.ts';
import { refOf } from '../../store/devices.ts';
import { tokensOnDevice, waitingFor } from '../../store/tokens.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { mount, type Guard } from '../mount.ts';
import { RefusedError } from '../problem.ts';
import { tell, tellAgain } from '../running-recoveries.ts';
import { shownState } from '../views.ts';
import type { ClaimProof } from '../../workflows/messages.ts';
import { seesOnly, type DeviceCaller } from './guard.ts';
import { verifyIdentityProof } from './identity-proofs.ts';

/** Why a claim may be refused today and granted tomorrow: the administrator switches something on, the owner unpairs a device. */
const mayHavePassed: RefusalCode[] = ['restoration-off', 'too-many-devices', 'token-not-ready', ...transferGaps];

/** "+", *Done*, and what the app shows (guide 000). */
export function deviceTokens(app: Hono, deps: ApiDependencies, guard: Guard<DeviceCaller>): void {
  const { database, masterKey } = deps;

  mount(app, deviceRoutes.listTokens, guard, async ({ caller }) => {
    const { device, tokens, ended } = await tokensOnDevice(database, caller.device);
    return {
      device,
      tokens: tokens.flatMap((token) =>
        token.type === 'identity'
          ? []
          : [
              {
                id: token._id,
                serial: token.serial,
                type: token.type,
                service: token.service,
                isUsable: token.state === 'active',
                isMigrating: shownState(token) === 'migrating',
              },
            ],
      ),
      removed: ended.map(({ tokenId, service, end, endedAt }) => ({
        id: tokenId,
        service,
        reason: end?.reason ?? 'moved',
        to: end?.to ?? null,
        at: (endedAt ?? new Date(0)).toISOString(),
      })),
    };
  });

  mount(app, deviceRoutes.listWaiting, guard, async ({ caller }) => {
    const waiting = await waitingFor(database, caller.accountId, caller.device._id);
    return { waiting: await Promise.all(waiting.map((recovery) => offer(masterKey, recovery, caller.device))) };
  });

  mount(app, deviceRoutes.claim, guard, async ({ caller, params, body }) => {
    seesOnly(caller, params.id);
    const proofs = await Promise.all(body.proofs.map((proof) => claimProof(deps, caller, params.id, proof)));
    const claimed = { recovery: params.id, tokens: proofs.map(({ tokenId }) => tokenId) };
    const message = { by: caller.actor, account: caller.accountId, device: refOf(caller.device), proofs };
    try {
      await tell(deps, params.id, 'claim', message).catch((error: unknown) => {
        if (!(error instanceof RefusedError) || !mayHavePassed.includes(error.code)) throw error;
        // The same claim is answered as it was the first time; what stood against it then need not stand any more.
        return tellAgain(deps, params.id, 'claim', message, undefined);
      });
    } catch (error) {
      // Asked again after the answer was lost: by then the code has changed, and the recovery has ended. The answer is still yes.
      if (
        error instanceof RefusedError &&
        error.code === 'already-finished' &&
        (await wasClaimedBy(params.id, caller.device))
      )
        return claimed;
      throw error;
    }
    return claimed;
  });

  async function wasClaimedBy(recoveryId: string, device: DeviceDoc): Promise<boolean> {
    return (
      (await database.recoveries.findOne({ _id: recoveryId, state: 'completed', 'toDevice.id': device._id })) !== null
    );
  }
}

/** A code becomes a keyed digest here, and a signature is verified here: what travels on to the workflow holds no secret. */
async function claimProof(
  deps: ApiDependencies,
  { device }: DeviceCaller,
  recoveryId: string,
  proof: z.output<typeof Claim>['proofs'][number],
): Promise<ClaimProof> {
  const { masterKey } = deps;
  if ('otp' in proof)
    return { tokenId: proof.token, digest: claimDigest(masterKey, recoveryId, proof.token, proof.otp) };
  const challenge = bindingChallenge(masterKey, recoveryId, proof.token, device._id);
  await verifyIdentityProof(deps, proof.proof, proof.publicKey, {
    purpose: 'bind',
    token: proof.token,
    device: device.thumbprint,
    challenge,
    about: recoveryId,
  });
  return {
    tokenId: proof.token,
    publicKey: proof.publicKey,
    thumbprint: await calculateJwkThumbprint(proof.publicKey),
  };
}

/** What waits, with a seed for each token that this device alone can open (T-02): compact JWE, ECDH-ES and A256GCM (RFC 7516, 7518). */
async function offer(masterKey: Uint8Array, recovery: RecoveryDoc, device: DeviceDoc) {
  const key = await importJWK(device.encryptionKey, 'ECDH-ES');
  const seal = (tokenId: string) =>
    new CompactEncrypt(offeredSeed(masterKey, recovery.salt, recovery._id, tokenId, device._id))
      .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM' })
      .encrypt(key);
  const identity = recovery.tokens.find(({ type }) => type === 'identity');
  return {
    recovery: recovery._id,
    kind: recovery.kind,
    until: recovery.deadline.toISOString(),
    tokens: await Promise.all(
      recovery.tokens.flatMap(({ id, serial, type, service }) =>
        type === 'identity' ? [] : [seal(id).then((sealedSeed) => ({ id, serial, type, service, sealedSeed }))],
      ),
    ),
    identity:
      identity === undefined
        ? null
        : {
            id: identity.id,
            name: recovery.account.userName,
            challenge: bindingChallenge(masterKey, recovery._id, identity.id, device._id),
          },
  };
}
