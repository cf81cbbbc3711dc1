import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useDataProvider, useNotify, useShowContext } from 'react-admin';
import type { ConsoleData } from '../connection/data-provider.ts';
import { useKeyOf } from '../connection/use-key-of.ts';

interface CallerDeed<Facts> {
  act: (data: ConsoleData, facts: Facts, key: string) => Promise<unknown>;
  /** What is told once the API has said yes. */
  done: string;
  onDone: () => void;
}

/** Something about the caller of the recovery shown: nothing changes on the page before the API has said yes. */
export function useCallerDeed<Facts>({ act, done, onDone }: CallerDeed<Facts>) {
  const data = useDataProvider<ConsoleData>();
  const notify = useNotify();
  const queries = useQueryClient();
  const { refetch } = useShowContext();
  const keyOf = useKeyOf();
  return useMutation({
    mutationFn: (facts: Facts) => act(data, facts, keyOf(facts)),
    onSuccess: () => {
      notify(done, { type: 'success' });
      onDone();
    },
    // A refusal means that the page no longer shows how things stand.
    onSettled: () => Promise.all([refetch(), queries.invalidateQueries({ queryKey: ['support'] })]),
  });
}
