import { useListContext, type RaRecord } from 'react-admin';

type Filters = Record<string, unknown>;

/** The filters of the list around, and a way to set one; `undefined` takes it away. */
export function useFilters() {
  const context = useListContext<RaRecord>();
  const chosen = context.filterValues as Filters;
  const displayed = context.displayedFilters as Record<string, boolean>;
  const choose = (name: string, value: string | undefined) => {
    const others = Object.fromEntries(Object.entries(chosen).filter(([other]) => other !== name));
    context.setFilters(value === undefined ? others : { ...others, [name]: value }, displayed);
  };
  const clear = () => {
    context.setFilters({}, {});
  };
  return { chosen, choose, clear };
}
