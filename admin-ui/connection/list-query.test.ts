import { describe, expect, it } from 'vitest';
import { chosenFilters, pageOf, sortOf } from './list-query.ts';

describe('what a list asks for', () => {
  it('is the named filters that are set, and nothing else from the address bar', () => {
    const filter = { kind: 'reload', search: '  ana ', state: '', overdue: true, evil: { $ne: 1 }, page: 7 };
    expect(chosenFilters(filter, ['kind', 'state', 'overdue', 'search', 'evil'])).toEqual({
      kind: 'reload',
      overdue: 'true',
      search: 'ana',
    });
  });

  it('sorts by indexed columns only', () => {
    expect(sortOf({ sort: { field: 'deadline', order: 'ASC' } })).toEqual({ sort: 'deadline', order: 'asc' });
    expect(sortOf({ sort: { field: 'kind', order: 'ASC' } })).toEqual({});
  });

  it('starts at the first page', () => {
    expect(pageOf({})).toEqual({ page: 1, perPage: 25 });
  });
});
