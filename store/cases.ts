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

const sortKeys = {
  startedAt: 'startedAt',
  deadline: 'deadline',
  respondBy: 'recreation.support.respondBy',
} as const satisfies Record<CasesQuery['sort'], string>;

/** As domain/trouble.ts judges one recovery. */
const isOverdue = (now: Date): Filter<RecoveryDoc> => ({ state: { $in: [...openStates] }, deadline: { $lt: now } });
const waitsForSupport = { state: 'awaiting-support' } as const satisfies Filter<RecoveryDoc>;
const isSupportLate = (now: Date): Filter<RecoveryDoc> => ({ ...waitsForSupport, [sortKeys.respondBy]: { $lt: now } });

/** A recovery stands under one cause only: those that the clock tells come first. */
function needsLook(attention: NonNullable<CasesQuery['attention']>, now: Date): Filter<RecoveryDoc> {
  if (attention === 'deadline-passed') return isOverdue(now);
  if (attention === 'support-late') return { ...isSupportLate(now), deadline: { $gte: now } };
  const byClock = [isOverdue(now), isSupportLate(now)];
  if (attention === 'any') return { $or: [{ 'trouble.cause': { $exists: true } }, ...byClock] };
  return { 'trouble.cause': attention, $nor: byClock };
}

function filterFor({ kind, state, overdue, attention, search, sort }: CasesQuery, now: Date): Filter<RecoveryDoc> {
  const parts: Filter<RecoveryDoc>[] = [];
  if (kind !== undefined) parts.push({ kind });
  if (state !== undefined) parts.push({ state });
  if (sort === 'respondBy') parts.push(waitsForSupport);
  if (overdue !== undefined) parts.push(isOverdue(now));
  if (attention !== undefined) parts.push(needsLook(attention, now));
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
    .sort({ [sortKeys[query.sort]]: direction })
    .skip(isFar ? total - skip - count : skip)
    .limit(count)
    .toArray();
  return { rows: isFar ? rows.reverse() : rows, total };
}
