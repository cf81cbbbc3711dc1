import { adminRoutes } from '../contracts/routes/admin.ts';
import type { CasesQuery } from '../contracts/recoveries.ts';
import { staffUser, type Browser } from '../embedded/people/browser.ts';
import type { Ground } from './ground.ts';
import { insertRecoveries } from './many-recoveries.ts';
import { Timings } from './timing.ts';

export interface ListTimes {
  recoveries: number;
  /** Filter by filter, ms: p95 over pages and orders. */
  byFilter: { filter: string; p50: number; p95: number }[];
  p95: number;
  slowest: number;
}

type Query = Partial<Omit<CasesQuery, 'page'>>;

const perPage = 25;
const every = '*';
const member = { name: 'List Agent', email: 'list-agent@desk.example', role: 'agent' } as const;
const password = 'a long bench password';

/** Each filter of the console's list, some together, and searches for many, few and nobody. */
const filters: Record<string, Query> = {
  none: {},
  'by deadline': { sort: 'deadline', order: 'asc' },
  kind: { kind: 'migration' },
  'state open': { state: 'awaiting-device' },
  'state ended': { state: 'completed' },
  'kind + state': { kind: 'reload', state: 'expired' },
  'kind + state by deadline': { kind: 'migration', state: 'completed', sort: 'deadline' },
  overdue: { overdue: 'true' },
  'overdue + kind': { overdue: 'true', kind: 'migration', sort: 'deadline' },
  'needs a look': { attention: 'any' },
  'one cause': { attention: 'mail-bounced' },
  'support late': { attention: 'support-late' },
  'support queue': { sort: 'respondBy' },
  'search: everybody': { search: 'person-' },
  'search: a thousand': { search: 'person-001' },
  'search: one': { search: 'person-000777@' },
  'search: nobody': { search: 'zzz' },
  'search + kind + state': { search: 'person-00', kind: 'migration', state: 'completed' },
  'search + overdue': { search: 'person-', overdue: 'true' },
};

/** The console's list as an agent asks for it, over that many recoveries. */
export async function listTimes(ground: Ground, recoveries: number, asks: number): Promise<ListTimes> {
  const { database } = ground.founding;
  await insertRecoveries(database, recoveries);
  // Reading is what is measured, not the writing down of what was just inserted.
  await database.db.admin().command({ fsync: 1 });
  await ground.founding.staff(member, password);
  const agent = await staffUser(ground.world.urls.console, member.email, password);
  const timings = new Timings();
  for (const [name, query] of Object.entries(filters)) await timePages(agent, name, query, asks, timings);
  return {
    recoveries,
    byFilter: Object.keys(filters).map((filter) => ({
      filter,
      p50: timings.percentile(filter, 0.5),
      p95: timings.percentile(filter, 0.95),
    })),
    p95: timings.percentile(every, 0.95),
    slowest: timings.percentile(every, 1),
  };
}

/** First, middle and last page, newest and oldest first. */
async function timePages(agent: Browser, name: string, query: Query, asks: number, timings: Timings): Promise<void> {
  const ask = (page: number, more: Query) =>
    agent.ask(adminRoutes.listRecoveries, { query: { ...query, ...more, page, perPage } });
  const { total } = await ask(1, {});
  const last = Math.max(Math.ceil(total / perPage), 1);
  for (const page of new Set([1, Math.ceil(last / 2), last])) {
    for (const order of ['asc', 'desc'] as const) {
      for (let time = 0; time < asks; time++)
        await timings.of(every, () => timings.of(name, () => ask(page, { order })));
    }
  }
}
