import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useDataProvider, useGetList } from 'react-admin';
import type { TransferPolicy } from '../../contracts/transfer.ts';
import { useRefreshInterval } from '../connection/attendance.ts';
import type { ConsoleData } from '../connection/data-provider.ts';

const queryKey = ['transfer-policy'];
const refreshMs = 15_000;

export function useTransferPolicy() {
  const data = useDataProvider<ConsoleData>();
  return useQuery({ queryKey, queryFn: () => data.transferPolicy(), refetchInterval: useRefreshInterval(refreshMs) });
}

/** Puts what the API has just answered where the page reads it. */
export function useKnownTransferPolicy(): (policy: TransferPolicy) => void {
  const queries = useQueryClient();
  return (policy) => queries.setQueryData(queryKey, policy);
}

const oneFullPage = { pagination: { page: 1, perPage: 100 } };

export function useServices() {
  const { data: services = [], error } = useGetList<{ id: string; name: string }>('services', oneFullPage);
  return { services, error, nameOf: (id: string) => services.find((service) => service.id === id)?.name ?? id };
}
