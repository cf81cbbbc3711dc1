import type { CreateParams, DataProvider, GetListParams, GetListResult, GetOneParams } from 'react-admin';
import type { z } from 'zod';
import { adminRoutes } from '../../contracts/routes/admin.ts';
import { ask } from './ask.ts';
import { commands } from './commands.ts';
import { asFormError } from './field-errors.ts';
import { chosenFilters, pageOf, sortOf } from './list-query.ts';

const caseFilters = ['kind', 'state', 'overdue', 'attention', 'search'] as const;

const askForCases = (
  params: GetListParams,
  standing: { attention?: 'any'; state?: 'awaiting-support' } = {},
  filters: readonly string[] = caseFilters,
) =>
  ask(adminRoutes.listRecoveries, {
    query: {
      ...pageOf(params),
      ...sortOf(params),
      ...standing,
      ...chosenFilters(params.filter, filters),
    },
  });

const pageQuery = (params: GetListParams) => ({
  ...pageOf(params),
  ...chosenFilters(params.filter, ['search']),
});

type Listing = (params: GetListParams) => Promise<{ rows: { id: string }[]; total: number }>;

const lists: Record<string, Listing> = {
  recoveries: (params) => askForCases(params),
  attention: (params) => askForCases(params, { attention: 'any' }),
  support: (params) => askForCases(params, { state: 'awaiting-support' }, ['search']),
  approvals: (params) => ask(adminRoutes.listApprovals, { query: pageQuery(params) }),
  accounts: (params) => ask(adminRoutes.listAccounts, { query: pageQuery(params) }),
  services: (params) => ask(adminRoutes.listServices, { query: pageQuery(params) }),
  staff: (params) => ask(adminRoutes.listStaff, { query: pageQuery(params) }),
  audit: (params) =>
    ask(adminRoutes.listAudit, {
      query: { ...pageOf(params), ...chosenFilters(params.filter, ['object', 'account', 'what']) },
    }),
};

const shows: Record<string, (id: string) => Promise<{ id: string }>> = {
  recoveries: (id) => ask(adminRoutes.showRecovery, { params: { id } }),
  accounts: (id) => ask(adminRoutes.showAccount, { params: { id } }),
};

// Forms are checked against the same contracts before they come here.
type Body<R extends { body: z.ZodType }> = z.input<R['body']>;
const creations: Record<string, (body: unknown) => Promise<{ id: string }>> = {
  accounts: (body) => ask(adminRoutes.createAccount, { body: body as Body<typeof adminRoutes.createAccount> }),
  staff: (body) => ask(adminRoutes.createStaffMember, { body: body as Body<typeof adminRoutes.createStaffMember> }),
};

export type ConsoleData = DataProvider & typeof commands;

function offered<T>(table: Record<string, T>, resource: string): T {
  const entry = table[resource];
  if (entry === undefined) throw new Error(`the console does not ask that of ${resource}`);
  return entry;
}

const notOffered = () => Promise.reject(new Error('the API has no such command'));

export const dataProvider: ConsoleData = {
  getList: async (resource: string, params: GetListParams): Promise<GetListResult> => {
    const { rows, total } = await offered(lists, resource)(params);
    return { data: rows, total };
  },
  getOne: async (resource: string, params: GetOneParams): Promise<{ data: never }> => ({
    data: (await offered(shows, resource)(String(params.id))) as never,
  }),
  create: async (resource: string, params: CreateParams): Promise<{ data: never }> => ({
    data: (await offered(creations, resource)(params.data).catch(asFormError)) as never,
  }),
  getMany: notOffered,
  getManyReference: notOffered,
  update: notOffered,
  updateMany: notOffered,
  delete: notOffered,
  deleteMany: notOffered,
  ...commands,
};
