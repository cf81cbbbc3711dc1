import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import TextField from '@mui/material/TextField';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useGetIdentity } from 'react-admin';
import { ProblemAlert } from '../display/ProblemAlert.tsx';
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
    gcTime: 0,
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        attempt.mutate();
      }}
    >
      <DialogTitle id="step-up-title">Confirm that it is you</DialogTitle>
      <DialogContent>
        <DialogContentText sx={{ mb: 1 }}>
          This needs your password once more. It is good for five minutes, then the next such step asks again.
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
        {attempt.error && <ProblemAlert error={attempt.error} />}
      </DialogContent>
      <DialogActions>
        <Button
          onClick={() => {
            onAnswer(false);
          }}
        >
          Back
        </Button>
        <Button type="submit" variant="contained" loading={attempt.isPending}>
          Confirm
        </Button>
      </DialogActions>
    </form>
  );
}
