import DialogContentText from '@mui/material/DialogContentText';
import { useState } from 'react';
import type { CaseDetail } from '../../contracts/recoveries.ts';
import { Reason } from '../../contracts/words.ts';
import type { RecoveryAction } from '../../domain/actions.ts';
import { DeedDialog } from '../display/DeedDialog.tsx';
import { ReasonField } from '../display/ReasonField.tsx';
import { useDeed } from './use-deed.ts';
import { actionWords, tokensAfter } from './words.ts';

const consequences: Record<RecoveryAction, (of: CaseDetail) => string> = {
  resend: () => 'A new code goes to the address on file, and the former code stops working.',
  extend: () => 'The present step gets a later deadline, and the account holder is told by mail.',
  cancel: (of) => `The recovery ends for good. ${tokensAfter(of)} The account holder is told by mail.`,
};

interface ActionDialogProps {
  recovery: CaseDetail;
  action: RecoveryAction;
  onClose: () => void;
}

export function ActionDialog({ recovery, action, onClose }: ActionDialogProps) {
  const [reason, setReason] = useState('');
  const deed = useDeed(recovery.id, action, onClose);
  return (
    <DeedDialog
      title={actionWords[action]}
      label={actionWords[action]}
      tone={action === 'cancel' ? 'error' : 'primary'}
      isReady={Reason.safeParse(reason).success}
      isPending={deed.isPending}
      error={deed.error}
      onSubmit={() => {
        deed.mutate(reason.trim());
      }}
      onClose={onClose}
    >
      <DialogContentText sx={{ mb: 1.5 }}>
        {consequences[action](recovery)} Account: <strong>{recovery.account.userName}</strong>.
      </DialogContentText>
      <ReasonField value={reason} onChange={setReason} autoFocus />
    </DeedDialog>
  );
}
