import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Recovery } from '../../contracts/recoveries.ts';
import { portalRoutes } from '../../contracts/routes/portal.ts';
import { known, lookAgainMs } from '../query-client.ts';
import { ask } from '../server.ts';

/** One recovery, looked at again and again while it is open. */
export function useRecovery(id: string) {
  return useQuery({
    queryKey: known.recovery(id),
    queryFn: () => ask(portalRoutes.showRecovery, { params: { id } }),
    refetchInterval: ({ state }) => (state.data?.endedAt === null ? lookAgainMs : false),
  });
}

export function useRecoveries() {
  return useQuery({
    queryKey: known.recoveries,
    queryFn: () => ask(portalRoutes.listRecoveries, {}),
    refetchInterval: ({ state }) =>
      state.data?.recoveries.some((recovery) => recovery.endedAt === null) ? lookAgainMs : false,
  });
}

/** What an operation answered, and what must be asked anew because of it. */
export function useRecoveryNews() {
  const client = useQueryClient();
  return {
    keep: (recovery: Recovery) => {
      client.setQueryData(known.recovery(recovery.id), recovery);
      void client.invalidateQueries({ queryKey: known.recreation(recovery.id) });
      void client.invalidateQueries({ queryKey: known.protection });
      void client.invalidateQueries({ queryKey: known.tokens });
      void client.invalidateQueries({ queryKey: known.recoveries });
    },
    /** After a refusal or a missing answer: the server knows where things stand. */
    lookAgain: (id: string | null) => {
      if (id !== null) {
        void client.invalidateQueries({ queryKey: known.recovery(id) });
        void client.invalidateQueries({ queryKey: known.recreation(id) });
      }
      void client.invalidateQueries({ queryKey: known.tokens });
    },
  };
}
