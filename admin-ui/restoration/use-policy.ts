import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import type { RestorationPolicy } from '../../contracts/restoration.ts';
import { useRefreshInterval } from '../connection/attendance.ts';
import type { ConsoleData } from '../connection/data-provider.ts';

const queryKey = ['restoration-policy'];
const refreshMs = 15_000;

export function usePolicy() {
  const data = useDataProvider<ConsoleData>();
  return useQuery({
    queryKey,
    queryFn: () => data.restorationPolicy(),
    refetchInterval: useRefreshInterval(refreshMs),
  });
}

/** Puts what the API has just answered where the page reads it. */
export function useKnownPolicy(): (policy: RestorationPolicy) => void {
  const queries = useQueryClient();
  return (policy) => queries.setQueryData(queryKey, policy);
}
