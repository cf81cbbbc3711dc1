import { useGetList, type RaRecord } from 'react-admin';
import { ProblemError } from '../../contracts/client.ts';
import { useRefreshInterval } from '../connection/attendance.ts';

const refreshMs = 15_000;

/** How many rows a list has. */
export function useTotal(resource: string): number {
  const interval = useRefreshInterval(refreshMs);
  const { total = 0 } = useGetList<RaRecord>(
    resource,
    { pagination: { page: 1, perPage: 1 }, filter: {} },
    {
      // Who was refused once would be refused for ever: only an outage is worth asking again.
      refetchInterval: ({ state: { error } }) =>
        error instanceof ProblemError && error.problem.status < 500 ? false : interval,
    },
  );
  return total;
}
