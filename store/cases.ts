import type { Filter } from 'mongodb';
import type { CasesQuery } from '../contracts/recoveries.ts';
import { openStates } from '../domain/words.ts';
import { beginsWith } from './accounts.ts';
import type { Database } from './database.ts';
import type { RecoveryDoc } from './documents.ts';

/** What the console's lists need of a recovery; its timeline stays where it is. */
const listed = { timeline: 0, salt: 0, takesOver: 0 } as const;
/** Beyond this, a filtered list says "at least so many": counting further would cost more than it tells. */
const mostCounted = 10_000;

const isOverdue = (now: Date): Filter<RecoveryDoc> => ({ state: { $in: [...openStates] }, deadline: { $lt: now } });

function filterFor({ kind, state, overdue, attention, search }: CasesQuery, now: Date): Filter<RecoveryDoc> {
  const parts: Filter<RecoveryDoc>[] = [];
  if (kind !== undefined) parts.push({ kind });
  if (state !== undefined) parts.push({ state });
  if (overdue !== undefined || attention === 'deadline-passed') parts.push(isOverdue(now));
  if (attention === 'any') parts.push({ $or: [{ 'trouble.cause': { $exists: true } }, isOverdue(now)] });
  else if (attention !== undefined && attention !== 'deadline-passed') {
    // A recovery stands under one cause only: past its deadline, that comes first.
    parts.push({ 'trouble.cause': attention, $nor: [isOverdue(now)] });
  }
  if (search !== undefined) parts.push({ searchable: { $elemMatch: beginsWith(search) } });
  return parts.length === 0 ? {} : { $and: parts };
}

/** A page of recoveries. From the far half of a list, pages are read backwards, so that none is far from an end. */
export async function findCases(
  database: Database,
  query: CasesQuery,
  now = new Date(),
): Promise<{ rows: RecoveryDoc[]; total: number }> {
  const filter = filterFor(query, now);
  const isWhole = Object.keys(filter).length === 0;
  const total = isWhole
    ? await database.recoveries.estimatedDocumentCount()
    : await database.recoveries.countDocuments(filter, { limit: mostCounted });
  const skip = (query.page - 1) * query.perPage;
  if (skip >= total) return { rows: [], total };
  const isFar = skip > total / 2 && (isWhole || total < mostCounted);
  const direction = (query.order === 'asc') !== isFar ? 1 : -1;
  const count = Math.min(query.perPage, total - skip);
  const rows = await database.recoveries
    .find(filter, { projection: listed })
    .sort({ [query.sort]: direction })
    .skip(isFar ? total - skip - count : skip)
    .limit(count)
    .toArray();
  return { rows: isFar ? rows.reverse() : rows, total };
}
