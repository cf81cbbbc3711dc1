import Box from '@mui/material/Box';
import DialogContentText from '@mui/material/DialogContentText';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider, useShowContext } from 'react-admin';
import type { Account, AccountDetail, AdminToken } from '../../contracts/accounts.ts';
import { Reason } from '../../contracts/words.ts';
import type { ConsoleData } from '../connection/data-provider.ts';
import { useKeyOf } from '../connection/use-key-of.ts';
import { Code } from '../display/Code.tsx';
import { DeedDialog } from '../display/DeedDialog.tsx';
import { ReasonField } from '../display/ReasonField.tsx';
import { AccountPicker } from './AccountPicker.tsx';

interface ReassignDialogProps {
  token: AdminToken;
  owner: AccountDetail;
  onDone: (given: { token: AdminToken; to: Account }) => void;
  onClose: () => void;
}

/** A token moves between devices of one person only: for another one it is deleted, and given anew (guide 002). */
export function ReassignDialog({ token, owner, onDone, onClose }: ReassignDialogProps) {
  const [to, setTo] = useState<Account | null>(null);
  const [reason, setReason] = useState('');
  const data = useDataProvider<ConsoleData>();
  const keyOf = useKeyOf();
  const { refetch } = useShowContext();
  const reassign = useMutation({
    mutationFn: async (heir: Account) => {
      const body = { account: heir.id, reason: reason.trim() };
      return { token: await data.reassignToken(token.id, body, keyOf(body)), to: heir };
    },
    onSuccess: onDone,
    // A refusal means that the page no longer shows how things stand.
    onSettled: () => refetch(),
  });
  return (
    <DeedDialog
      title="Give this token to another account"
      label={to === null ? 'Delete and give anew' : `Delete here, give ${to.userName} a new one`}
      tone="error"
      isReady={to !== null && Reason.safeParse(reason).success}
      isPending={reassign.isPending}
      error={reassign.error}
      onSubmit={() => {
        if (to !== null) reassign.mutate(to);
      }}
      onClose={onClose}
    >
      <DialogContentText component="div" sx={{ mb: 1.5 }}>
        A token never changes hands. In one action, both on record:
        <Box component="ol" sx={{ m: 0, mt: 0.5, pl: 2.5 }}>
          <li>
            <Code>{token.serial}</Code> of {token.service.name} is deleted: it stops working for {owner.userName} at
            once, and cannot be brought back. They are told by mail.
          </li>
          <li>
            Whom you choose gets a new token of {token.service.name}. It waits in their app until they tap + and Done.
          </li>
        </Box>
      </DialogContentText>
      <AccountPicker chosen={to} except={owner.id} onChange={setTo} />
      <ReasonField value={reason} onChange={setReason} readBy="It stands in the audit." />
    </DeedDialog>
  );
}
