import type { ClientSession } from 'mongodb';
import { refusal } from '../../domain/refusals.ts';
import type { EndReason, RecoveryKind } from '../../domain/words.ts';
import type { Database } from '../database.ts';
import type { BindingDoc, DeviceRef, RecoveryDoc } from '../documents.ts';
import { newId } from '../ids.ts';
import { seal, seedPlace, type SealKey } from '../sealing.ts';
import type { ProvenSeed } from './proven.ts';
import { refuseInTransaction } from './transition.ts';

function endReasonOf(kind: RecoveryKind): EndReason {
  if (kind === 'recreation') return 'recreated';
  return kind === 'reload' ? 'reloaded' : 'moved';
}

/** Ends a token's binding and begins the next, with the seed that the new device has proved. */
export async function rebind(
  database: Database,
  recovery: RecoveryDoc,
  key: SealKey,
  device: DeviceRef,
  { tokenId, seed, factor }: ProvenSeed,
  at: Date,
  session: ClientSession,
): Promise<void> {
  const token = recovery.tokens.find(({ id }) => id === tokenId);
  if (token === undefined) throw new Error(`${tokenId} is not part of ${recovery._id}`);
  const bindingId = newId('bnd');
  const end = { reason: endReasonOf(recovery.kind), to: device };
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
  const isAnew = recovery.kind === 'recreation';
  const held = isAnew
    ? { state: 'suspended' as const, suspendedBy: recovery._id }
    : { state: { $in: ['active' as const, 'locked' as const, 'pending' as const] } };
  const moved = await database.tokens.updateOne(
    { _id: tokenId, 'reservedBy.id': recovery._id, ...held },
    {
      $set: { reservedBy: null, state: 'active', device, bindingId, ...(isAnew ? { serial: token.serial } : {}) },
      ...(isAnew ? { $unset: { suspendedBy: '' } } : {}),
    },
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
