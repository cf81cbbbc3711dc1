import { createHash } from 'node:crypto';
import type { BetterAuthOptions, DBAdapter } from 'better-auth';
import type { DBAdapterInstance } from '@better-auth/core/db/adapter';

type Where = NonNullable<Parameters<DBAdapter['findOne']>[0]['where']>;
type Row = Record<string, unknown>;

/** What stands in the database in place of a session token; a token itself never looks like this. */
const mark = 'sha256:';

function hashed(token: string): string {
  return token.startsWith(mark) ? token : mark + createHash('sha256').update(token).digest('base64url');
}

/**
 * Session tokens are stored as hashes (security.md S-01): whoever reads the database cannot become anybody. better-auth stores
 * them as they are, so this stands between it and its adapter; a row found by a token is given that token back.
 */
export function withHashedSessions(instance: DBAdapterInstance): DBAdapterInstance {
  return (options: BetterAuthOptions) => wrap(instance(options));
}

function wrap(adapter: DBAdapter): DBAdapter {
  return {
    ...adapter,
    create: async (args: Parameters<DBAdapter['create']>[0]) => {
      const { token } = args.data as Row;
      if (args.model !== 'session' || typeof token !== 'string') return adapter.create(args);
      const row = await adapter.create<Row>({ ...args, data: { ...args.data, token: hashed(token) } });
      return { ...row, token };
    },
    findOne: async (args: Parameters<DBAdapter['findOne']>[0]) => {
      if (args.model !== 'session') return adapter.findOne(args);
      return withToken(await adapter.findOne<Row>({ ...args, where: hashedWhere(args.where) }), args.where);
    },
    findMany: (args: Parameters<DBAdapter['findMany']>[0]) =>
      adapter.findMany(args.model === 'session' ? { ...args, where: hashedWhere(args.where ?? []) } : args),
    update: async (args: Parameters<DBAdapter['update']>[0]) => {
      if (args.model !== 'session') return adapter.update(args);
      return withToken(await adapter.update<Row>({ ...args, where: hashedWhere(args.where) }), args.where);
    },
    updateMany: (args: Parameters<DBAdapter['updateMany']>[0]) =>
      adapter.updateMany(args.model === 'session' ? { ...args, where: hashedWhere(args.where) } : args),
    delete: (args: Parameters<DBAdapter['delete']>[0]) =>
      adapter.delete(args.model === 'session' ? { ...args, where: hashedWhere(args.where) } : args),
    deleteMany: (args: Parameters<DBAdapter['deleteMany']>[0]) =>
      adapter.deleteMany(args.model === 'session' ? { ...args, where: hashedWhere(args.where) } : args),
    transaction: (work: Parameters<DBAdapter['transaction']>[0]) =>
      adapter.transaction((inner) => work(wrap(inner as DBAdapter))),
  } as DBAdapter;
}

function hashedWhere(where: Where): Where {
  return where.map((clause) => {
    if (clause.field !== 'token') return clause;
    const { value } = clause;
    if (typeof value === 'string') return { ...clause, value: hashed(value) };
    return Array.isArray(value) ? { ...clause, value: value.map((item) => hashed(String(item))) } : clause;
  });
}

function withToken(row: Row | null, where: Where): Row | null {
  const asked = where.find(({ field, value }) => field === 'token' && typeof value === 'string');
  return row === null || asked === undefined ? row : { ...row, token: asked.value };
}
