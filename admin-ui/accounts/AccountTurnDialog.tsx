import DialogContentText from '@mui/material/DialogContentText';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider, useNotify, useShowContext } from 'react-admin';
import type { AccountDetail } from '../../contracts/accounts.ts';
import { Reason } from '../../contracts/words.ts';
import type { Turn } from '../connection/commands.ts';
import type { ConsoleData } from '../connection/data-provider.ts';
import { useKeyOf } from '../connection/use-key-of.ts';
import { DeedDialog } from '../display/DeedDialog.tsx';
import { ReasonField } from '../display/ReasonField.tsx';
import { accountTurns } from './account-turns.ts';

interface AccountTurnDialogProps {
  account: AccountDetail;
  turn: Turn;
  onClose: () => void;
}

export function AccountTurnDialog({ account, turn, onClose }: AccountTurnDialogProps) {
  const [reason, setReason] = useState('');
  const data = useDataProvider<ConsoleData>();
  const notify = useNotify();
  const { refetch } = useShowContext();
  const keyOf = useKeyOf();
  const { label, tone, about, done } = accountTurns[turn];
  const deed = useMutation({
    mutationFn: (facts: { reason: string }) => data.turnAccount(account.id, turn, facts, keyOf(facts)),
    onSuccess: () => {
      notify(done, { type: 'success' });
      onClose();
    },
    onSettled: () => refetch(),
  });
  return (
    <DeedDialog
      title={`${label} of ${account.userName}`}
      label={label}
      tone={tone}
      isReady={Reason.safeParse(reason).success}
      isPending={deed.isPending}
      error={deed.error}
      onSubmit={() => {
        deed.mutate({ reason: reason.trim() });
      }}
      onClose={onClose}
    >
      <DialogContentText sx={{ mb: 1.5 }}>{about}</DialogContentText>
      <ReasonField value={reason} onChange={setReason} readBy="It stands in the audit." autoFocus />
    </DeedDialog>
  );
}
