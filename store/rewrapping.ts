import type { Database } from './database.ts';
import type { SealedValue } from './documents.ts';
import { letterPlace } from './letters.ts';
import { outboxPlace } from './mails.ts';
import { dataKeyPlace, firstOf, reseal, unseal, type SealKey } from './sealing.ts';

/** Everything that is sealed with a key of the ring itself: whatever else is sealed hangs on the data key of its account. */
const shelves = [
  { collection: 'accounts', field: 'dataKey', placeOf: dataKeyPlace },
  { collection: 'letters', field: 'letter', placeOf: letterPlace },
  { collection: 'mails', field: 'body', placeOf: outboxPlace },
] as const;

type Shelf = (typeof shelves)[number];

interface Kept {
  _id: string;
  sealed: SealedValue;
}

export interface Rewrapping {
  rewrapped: number;
  current: number;
  /** What no key of the ring opens, as `collection/id`. */
  unreadable: string[];
  /** How many values are still under another key than the first, those unreadable included. */
  left: number;
}

const atOnce = 500;

/**
 * Seals everything under the first key of the ring that is under another (K-02). Beside running processes: what changed since it
 * was read is left as it is. Cut off, it has lost nothing; run again, it goes on with the rest. What is current is opened as well,
 * because that a key may be thrown away is said only of values that were seen to open without it.
 */
export async function rewrapAll(database: Database, ring: readonly SealKey[]): Promise<Rewrapping> {
  const total: Rewrapping = { rewrapped: 0, current: 0, unreadable: [], left: 0 };
  for (const shelf of shelves) {
    let batch = await batchAfter(database, shelf, '');
    for (let last = batch.at(-1); last !== undefined; last = batch.at(-1)) {
      await rewrapBatch(database, ring, shelf, batch, total);
      batch = await batchAfter(database, shelf, last._id);
    }
  }
  // Counted afterwards: a process that still has an older key first may have sealed something behind our back.
  for (const { collection, field } of shelves) {
    const older = { [field]: { $type: 'object' }, [`${field}.kid`]: { $ne: firstOf(ring).id } };
    total.left += await database.db.collection(collection).countDocuments(older);
  }
  return total;
}

function batchAfter(database: Database, { collection, field }: Shelf, last: string): Promise<Kept[]> {
  return database.db
    .collection<{ _id: string }>(collection)
    .find<Kept>({ _id: { $gt: last }, [field]: { $type: 'object' } }, { projection: { sealed: `$${field}` } })
    .sort({ _id: 1 })
    .limit(atOnce)
    .toArray();
}

async function rewrapBatch(
  database: Database,
  ring: readonly SealKey[],
  { collection, field, placeOf }: Shelf,
  batch: readonly Kept[],
  total: Rewrapping,
): Promise<void> {
  const current = firstOf(ring).id;
  const changes = [];
  for (const { _id, sealed } of batch) {
    try {
      if (sealed.kid === current) {
        unseal(ring, placeOf(_id), sealed);
        total.current += 1;
        continue;
      }
      const update = { $set: { [field]: reseal(ring, placeOf(_id), sealed) } };
      // The nonce names the value that was read: it is drawn anew whenever something is sealed.
      const filter = { _id, [`${field}.kid`]: sealed.kid, [`${field}.nonce`]: sealed.nonce };
      changes.push({ updateOne: { filter, update } });
    } catch {
      total.unreadable.push(`${collection}/${_id}`);
    }
  }
  if (changes.length === 0) return;
  const done = await database.db.collection<{ _id: string }>(collection).bulkWrite(changes, { ordered: false });
  total.rewrapped += done.modifiedCount;
}
