import { useMutation } from '@tanstack/react-query';
import { useDataProvider, useNotify, useShowContext } from 'react-admin';
import type { RecoveryAction } from '../../domain/actions.ts';
import type { ConsoleData } from '../connection/data-provider.ts';
import { useKeyOf } from '../connection/use-key-of.ts';

const done: Record<RecoveryAction, string> = {
  resend: 'A new code is on its way. The former one no longer works.',
  extend: 'The deadline was prolonged.',
  cancel: 'The recovery was cancelled.',
};

/** One deed on one recovery: nothing changes on the page before the API has said yes. */
export function useDeed(id: string, action: RecoveryAction, onDone: () => void) {
  const data = useDataProvider<ConsoleData>();
  const notify = useNotify();
  const { refetch } = useShowContext();
  const keyOf = useKeyOf();
  return useMutation({
    mutationFn: (reason: string) => data.act(id, action, reason, keyOf({ action, reason })),
    onSuccess: () => {
      notify(done[action], { type: 'success' });
      onDone();
    },
    // A refusal means that the page no longer shows how things stand.
    onSettled: () => refetch(),
  });
}
