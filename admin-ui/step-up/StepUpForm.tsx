import DialogContentText from '@mui/material/DialogContentText';
import TextField from '@mui/material/TextField';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useGetIdentity } from 'react-admin';
import { DeedDialog } from '../display/DeedDialog.tsx';
import { CodeField } from './CodeField.tsx';
import { stepUp } from './step-up.ts';

export function StepUpForm({ onAnswer }: { onAnswer: (isConfirmed: boolean) => void }) {
  const { identity } = useGetIdentity();
  const hasFactor = identity?.['hasSecondFactor'] === true;
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const attempt = useMutation({
    mutationFn: () => stepUp(hasFactor ? { password, code } : { password }),
    onSuccess: () => {
      onAnswer(true);
    },
  });
  return (
    <DeedDialog
      title="Confirm that it is you"
      label="Confirm"
      width="xs"
      isPending={attempt.isPending}
      error={attempt.error}
      onSubmit={attempt.mutate}
      onClose={() => {
        onAnswer(false);
      }}
    >
      <DialogContentText sx={{ mb: 1 }}>
        This needs your password once more. Then you are not asked again for five minutes.
      </DialogContentText>
      <TextField
        label="Your password"
        type="password"
        value={password}
        onChange={(event) => {
          setPassword(event.target.value);
        }}
        autoComplete="current-password"
        required
        autoFocus
      />
      {hasFactor && <CodeField value={code} onChange={setCode} />}
    </DeedDialog>
  );
}
