import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import type { RecreationPolicy } from '../../contracts/recreation.ts';
import { useRefreshInterval } from '../connection/attendance.ts';
import type { ConsoleData } from '../connection/data-provider.ts';

const queryKey = ['recreation-policy'];
const refreshMs = 15_000;

export function useRecreationPolicy() {
  const data = useDataProvider<ConsoleData>();
  return useQuery({ queryKey, queryFn: () => data.recreationPolicy(), refetchInterval: useRefreshInterval(refreshMs) });
}

/** Puts what the API has just answered where the page reads it. */
export function useKnownRecreationPolicy(): (policy: RecreationPolicy) => void {
  const queries = useQueryClient();
  return (policy) => queries.setQueryData(queryKey, policy);
}
