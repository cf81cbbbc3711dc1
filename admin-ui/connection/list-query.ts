import type { GetListParams } from 'react-admin';

/** The named filters that are set, as a query spells them. Whatever else the address bar holds is dropped. */
export function chosenFilters(filter: unknown, names: readonly string[]): Record<string, string> {
  const given = (filter ?? {}) as Record<string, unknown>;
  const chosen = names.flatMap((name) => {
    const value = given[name];
    const text = typeof value === 'string' ? value.trim() : value === true ? 'true' : '';
    return text === '' ? [] : [[name, text] as const];
  });
  return Object.fromEntries(chosen);
}

export function pageOf(params: GetListParams) {
  return { page: params.pagination?.page ?? 1, perPage: params.pagination?.perPage ?? 25 };
}

const sortable = ['startedAt', 'deadline', 'respondBy'] as const;

/** Only indexed columns can be sorted by; anything else is left to the API's default. */
export function sortOf(params: GetListParams) {
  const sort = sortable.find((column) => column === params.sort?.field);
  if (sort === undefined) return {};
  return { sort, order: params.sort?.order === 'ASC' ? ('asc' as const) : ('desc' as const) };
}
