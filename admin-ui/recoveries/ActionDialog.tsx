import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import { useState } from 'react';
import type { CaseDetail } from '../../contracts/recoveries.ts';
import { Reason } from '../../contracts/words.ts';
import type { RecoveryAction } from '../../domain/actions.ts';
import { ProblemAlert } from '../display/ProblemAlert.tsx';
import { ReasonField } from './ReasonField.tsx';
import { useDeed } from './use-deed.ts';
import { actionWords } from './words.ts';

const consequences: Record<RecoveryAction, string> = {
  resend: 'A new code goes to the address on file, and the former code stops working.',
  extend: 'The present step gets a later deadline, and the account holder is told by mail.',
  cancel: 'The recovery ends for good and the tokens stay as they were. The account holder is told by mail.',
};

interface ActionDialogProps {
  recovery: CaseDetail;
  action: RecoveryAction;
  onClose: () => void;
}

export function ActionDialog({ recovery, action, onClose }: ActionDialogProps) {
  const [reason, setReason] = useState('');
  const deed = useDeed(recovery.id, action, onClose);
  const submit = () => {
    deed.mutate(reason.trim());
  };
  const close = () => {
    if (!deed.isPending) onClose();
  };
  return (
    <Dialog open onClose={close} fullWidth maxWidth="sm" aria-labelledby="action-title">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <DialogTitle id="action-title">{actionWords[action]}</DialogTitle>
        <DialogContent>
          <DialogContentText sx={{ mb: 1.5 }}>
            {consequences[action]} Account: <strong>{recovery.account.userName}</strong>.
          </DialogContentText>
          <ReasonField value={reason} onChange={setReason} />
          {deed.error && <ProblemAlert error={deed.error} />}
        </DialogContent>
        <DialogActions>
          <Button onClick={close} disabled={deed.isPending}>
            Back
          </Button>
          <Button
            type="submit"
            variant="contained"
            color={action === 'cancel' ? 'error' : 'primary'}
            disabled={!Reason.safeParse(reason).success}
            loading={deed.isPending}
          >
            {actionWords[action]}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
