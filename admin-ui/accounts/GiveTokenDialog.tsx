import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider, useNotify, useShowContext } from 'react-admin';
import type { AccountDetail } from '../../contracts/accounts.ts';
import type { ConsoleData } from '../connection/data-provider.ts';
import { ProblemAlert } from '../display/ProblemAlert.tsx';
import { tokenCommand, type NewToken } from './new-token.ts';
import { TokenFields } from './TokenFields.tsx';

interface GiveTokenDialogProps {
  account: AccountDetail;
  onClose: () => void;
}

function useGift(onDone: () => void) {
  const data = useDataProvider<ConsoleData>();
  const notify = useNotify();
  const { refetch } = useShowContext();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  return useMutation({
    mutationFn: (command: NonNullable<ReturnType<typeof tokenCommand>>) => data.giveToken(command, idempotencyKey),
    onSuccess: async () => {
      await refetch();
      notify('The token waits in the app. Its holder was told by mail.', { type: 'success' });
      onDone();
    },
  });
}

export function GiveTokenDialog({ account, onClose }: GiveTokenDialogProps) {
  const [form, setForm] = useState<NewToken>({
    service: '',
    type: 'totp',
    hasCertificate: false,
    certificate: { subject: account.name, kind: 'Qualified certificate', expiresOn: '' },
  });
  const gift = useGift(onClose);
  const command = tokenCommand(account.id, form);
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby="gift-title">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (command !== undefined) gift.mutate(command);
        }}
      >
        <DialogTitle id="gift-title">Give {account.name} a token</DialogTitle>
        <DialogContent>
          <DialogContentText sx={{ mb: 1 }}>
            It waits in the authenticator app until its holder taps + and Done.
          </DialogContentText>
          <TokenFields form={form} onChange={setForm} />
          {gift.error && <ProblemAlert error={gift.error} />}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose}>Back</Button>
          <Button type="submit" variant="contained" disabled={command === undefined} loading={gift.isPending}>
            Give the token
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
