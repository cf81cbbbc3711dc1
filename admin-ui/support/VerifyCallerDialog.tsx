import DialogContentText from '@mui/material/DialogContentText';
import { useState } from 'react';
import type { CaseDetail } from '../../contracts/recoveries.ts';
import type { CallerCheck } from '../../contracts/restoration.ts';
import { DeedDialog } from '../display/DeedDialog.tsx';
import { CallerCheckFields } from '../help/CallerCheckFields.tsx';
import { blankCheck, checkFrom } from '../help/help.ts';
import { useCallerDeed } from './use-caller-deed.ts';

interface VerifyCallerDialogProps {
  recovery: CaseDetail;
  onClose: () => void;
}

export function VerifyCallerDialog({ recovery: { id, account }, onClose }: VerifyCallerDialogProps) {
  const [form, setForm] = useState(blankCheck);
  const deed = useCallerDeed({
    act: (data, callerCheck: CallerCheck, key) => data.verifyCaller(id, { callerCheck }, key),
    done: 'Recorded. A supervisor other than you decides now.',
    onDone: onClose,
  });
  const check = checkFrom(form);
  return (
    <DeedDialog
      title={`Verified: it is ${account.userName}`}
      label="Record it"
      isReady={check !== undefined}
      isPending={deed.isPending}
      error={deed.error}
      onSubmit={() => {
        if (check !== undefined) deed.mutate(check);
      }}
      onClose={onClose}
    >
      <DialogContentText sx={{ mb: 1.5 }}>
        It stands in the timeline and in the audit under your name. A supervisor other than you reads it and decides.
      </DialogContentText>
      <CallerCheckFields form={form} onChange={setForm} />
    </DeedDialog>
  );
}
