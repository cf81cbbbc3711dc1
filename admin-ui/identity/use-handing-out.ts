import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import type { z } from 'zod';
import type { HandedOutRestoreCode, HandOutRestoreCode } from '../../contracts/restoration.ts';
import type { ConsoleData } from '../connection/data-provider.ts';
import { useKeyOf } from '../connection/use-key-of.ts';

type Facts = z.output<typeof HandOutRestoreCode>;

/** The answer goes straight to the dialog: what a mutation returns would stay in react-query's cache, and a code must not. */
export function useHandingOut(accountId: string, onHandedOut: (answer: HandedOutRestoreCode) => void) {
  const data = useDataProvider<ConsoleData>();
  const queries = useQueryClient();
  const keyOf = useKeyOf();
  return useMutation({
    mutationFn: async (facts: Facts) => {
      onHandedOut(await data.handOut(accountId, facts, keyOf(facts)));
    },
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['approvals'] });
      void queries.invalidateQueries({ queryKey: ['accounts', 'getOne'] });
    },
  });
}
