import type { ClientSession } from 'mongodb';
import type { RecoveryKind } from '../../domain/words.ts';
import { refusal, type Refusal } from '../../domain/refusals.ts';
import type { Database } from '../database.ts';
import type { BindingDoc, DeviceRef, RecoveryDoc } from '../documents.ts';
import { newId } from '../ids.ts';
import { seal, seedPlace, type SealKey, type Vault } from '../sealing.ts';
import { advance, once, refuseInTransaction, timelineOf, type Transition } from './transition.ts';

/** A token whose new seed the device has proved to hold. */
export interface ProvenToken {
  tokenId: string;
  seed: Uint8Array;
  /** The moving factor of the proof: only later ones are accepted from now on. */
  factor: number;
}

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
      for (const token of proven) await rebind(database, recovery, key, device, token, at, session);
      if (recovery.timeline.some(({ what }) => what === 'mail-code-refused')) {
        await database.accounts.updateOne(
          { _id: recovery.account.id },
          { $set: { failures: 0, lastFailureAt: null } },
          { session },
        );
      }
      return { isRight: true, recovery };
    },
    (recovery) => ({ isRight: timelineOf(recovery, transition.seq) === 'moved', recovery }),
  );
}

const endReason = { enrolment: 'moved', migration: 'moved', reload: 'reloaded' } as const satisfies Record<
  RecoveryKind,
  string
>;

async function rebind(
  database: Database,
  recovery: RecoveryDoc,
  key: SealKey,
  device: DeviceRef,
  { tokenId, seed, factor }: ProvenToken,
  at: Date,
  session: ClientSession,
): Promise<void> {
  const token = recovery.tokens.find(({ id }) => id === tokenId);
  if (token === undefined) throw new Error(`${tokenId} is not part of ${recovery._id}`);
  const bindingId = newId('bnd');
  const end = { reason: endReason[recovery.kind], to: device };
  const { _id, ...binding } = newBinding(bindingId, token, recovery.account.id, device, at);
  // Ordered, as one command: the index that keeps active bindings single lets the new one in only once the old one has ended. The
  // same partial index finds the old one, as long as the filter names everything that it is partial by.
  await database.bindings.bulkWrite(
    [
      {
        updateOne: {
          filter: { tokenId, state: 'active', isExclusive: true },
          update: { $set: { state: 'ended', endedAt: at, end, seed: null } },
        },
      },
      {
        updateOne: {
          filter: { _id },
          update: { $set: { ...binding, seed: seal(key, seedPlace(_id), seed), lastFactor: factor } },
          upsert: true,
        },
      },
    ],
    { session, ordered: true },
  );
  const moved = await database.tokens.updateOne(
    { _id: tokenId, 'reservedBy.id': recovery._id, state: { $in: ['active', 'locked', 'pending'] } },
    { $set: { reservedBy: null, state: 'active', device, bindingId } },
    { session },
  );
  // Suspended meanwhile by "this wasn't me": it must not come back to life by moving.
  if (moved.modifiedCount !== 1) refuseInTransaction(refusal('token-not-ready'));
}

function newBinding(
  id: string,
  token: RecoveryDoc['tokens'][number],
  accountId: string,
  device: DeviceRef,
  at: Date,
): BindingDoc {
  return {
    _id: id,
    tokenId: token.id,
    tokenType: token.type,
    accountId,
    device,
    state: 'active',
    isExclusive: true,
    seed: null,
    lastFactor: -1,
    failures: 0,
    lastFailureAt: null,
    startedAt: at,
    endedAt: null,
    end: null,
    service: token.service,
  };
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
