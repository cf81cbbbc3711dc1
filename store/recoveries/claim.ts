import { isRestoring } from '../../domain/restoration.ts';
import type { Refusal } from '../../domain/refusals.ts';
import type { RecoveryKind } from '../../domain/words.ts';
import type { Database } from '../database.ts';
import type { DeviceRef, RecoveryDoc } from '../documents.ts';
import type { SealKey, Vault } from '../sealing.ts';
import { settleDevice } from './admit-device.ts';
import { bindIdentity } from './bind-identity.ts';
import type { ProvenToken } from './proven.ts';
import { rebind } from './rebind.ts';
import { possibleNow } from './transfer.ts';
import { advance, once, timelineOf, type Transition } from './transition.ts';

export interface Claimed {
  isRight: boolean;
  recovery: RecoveryDoc;
}

/** What a claim is judged by: the recovery with its account's data key, in one read. */
export async function readForClaim(
  database: Database,
  vault: Vault,
  recoveryId: string,
): Promise<{ recovery: RecoveryDoc; key: SealKey }> {
  const [found] = await database.recoveries
    .aggregate<RecoveryDoc & { owner: { _id: string; dataKey: Parameters<Vault['open']>[1] }[] }>([
      { $match: { _id: recoveryId } },
      {
        $lookup: {
          from: 'accounts',
          localField: 'account.id',
          foreignField: '_id',
          as: 'owner',
          pipeline: [{ $project: { dataKey: 1 } }],
        },
      },
    ])
    .toArray();
  const owner = found?.owner[0];
  if (found === undefined || owner === undefined) throw new Error(`${recoveryId} or its account is gone`);
  const { owner: _, ...recovery } = found;
  return { recovery, key: vault.open(owner._id, owner.dataKey) };
}

/**
 * Moves the tokens to the device that proved them: the old bindings end and the new ones begin in one transaction, so that at no
 * instant two devices are accepted, nor none (design.md, principle 5; guide 000, "After selecting Done").
 */
export async function moveTokens(
  database: Database,
  transition: Transition,
  key: SealKey,
  device: DeviceRef,
  proven: ProvenToken[],
): Promise<Claimed | Refusal> {
  return once(
    database,
    transition,
    async (session) => {
      const at = new Date();
      const recovery = await advance(
        database,
        transition,
        {
          at,
          step: 'switch',
          what: 'moved',
          detail: { toDevice: device.id, tokens: proven.map(({ tokenId }) => tokenId) },
          update: { $set: { state: 'completed', endedAt: at, toDevice: device } },
        },
        session,
      );
      if (recovery.kind === 'transfer') await possibleNow(database, servicesOf(recovery), session);
      const unpaired: DeviceRef[] = [];
      for (const token of proven) {
        if ('seed' in token) await rebind(database, recovery, key, device, token, at, session);
        else unpaired.push(...(await bindIdentity(database, recovery, device, token, at, session)));
      }
      if (admitsDevices(recovery.kind)) await settleDevice(database, recovery.account.id, device, session);
      if (recovery.timeline.some(({ what }) => what === 'mail-code-refused')) {
        await database.accounts.updateOne(
          { _id: recovery.account.id },
          { $set: { failures: 0, lastFailureAt: null } },
          { session },
        );
      }
      return { isRight: true, recovery: isRestoring(recovery.kind) ? { ...recovery, unpaired } : recovery };
    },
    (recovery) => ({ isRight: timelineOf(recovery, transition.seq) === 'moved', recovery }),
  );
}

function servicesOf({ tokens }: RecoveryDoc): string[] {
  return tokens.map(({ service }) => service.id);
}

/** Whether devices take part that were not signed in before. */
function admitsDevices(kind: RecoveryKind): boolean {
  return kind === 'transfer' || isRestoring(kind);
}

/** A proof that does not fit the offered seed is on record, and changes nothing else. */
export async function recordRefusedClaim(
  database: Database,
  transition: Transition,
  deviceId: string,
): Promise<RecoveryDoc | Refusal> {
  return once(
    database,
    transition,
    (session) =>
      advance(
        database,
        transition,
        { at: new Date(), step: 'await-device', what: 'claim-refused', detail: { device: deviceId } },
        session,
      ),
    (recovery) => recovery,
  );
}
