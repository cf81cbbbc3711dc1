import { useGetList } from 'react-admin';
import { ProblemError } from '../../contracts/client.ts';
import type { Approval } from '../../contracts/restoration.ts';
import { useRefreshInterval } from '../connection/attendance.ts';

const refreshMs = 10_000;
/** Each lives for half an hour, so that whatever still matters is among the newest. */
const newest = { pagination: { page: 1, perPage: 100 }, filter: {} };

export function useApprovals(isAllowed = true): Approval[] {
  const interval = useRefreshInterval(refreshMs);
  const { data = [] } = useGetList<Approval>('approvals', newest, {
    enabled: isAllowed,
    // Who was refused once would be refused for ever: only an outage is worth asking again.
    refetchInterval: ({ state: { error } }) =>
      error instanceof ProblemError && error.problem.status < 500 ? false : interval,
  });
  return data;
}
