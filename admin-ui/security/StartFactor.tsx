import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemAlert } from '../display/ProblemAlert.tsx';
import { enableSecondFactor, type NewSecondFactor } from '../sign-in/staff-auth.ts';

export function StartFactor({ onStarted }: { onStarted: (factor: NewSecondFactor) => void }) {
  const [password, setPassword] = useState('');
  const start = useMutation({ mutationFn: () => enableSecondFactor(password), onSuccess: onStarted, gcTime: 0 });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        start.mutate();
      }}
    >
      <Typography variant="body2" sx={{ color: 'text.secondary', my: 1 }}>
        Any authenticator app that makes six-digit codes will do. First confirm that it is you.
      </Typography>
      <TextField
        label="Your password"
        type="password"
        value={password}
        onChange={(event) => {
          setPassword(event.target.value);
        }}
        autoComplete="current-password"
        required
        sx={{ maxWidth: 360, display: 'flex' }}
      />
      {start.error && <ProblemAlert error={start.error} />}
      <Button type="submit" variant="contained" loading={start.isPending} sx={{ mt: 1 }}>
        Continue
      </Button>
    </form>
  );
}
