import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemAlert } from '../display/ProblemAlert.tsx';
import { signIn } from './staff-auth.ts';

interface PasswordFormProps {
  onSignedIn: () => Promise<void>;
  onSecondFactor: () => void;
}

export function PasswordForm({ onSignedIn, onSecondFactor }: PasswordFormProps) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const attempt = useMutation({
    mutationFn: async () => {
      if ((await signIn(email.trim(), password)) === 'second-factor') onSecondFactor();
      else await onSignedIn();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        attempt.mutate();
      }}
    >
      <Typography variant="h1" sx={{ mb: 1.5 }}>
        Sign in
      </Typography>
      <TextField
        label="E-mail"
        type="email"
        value={email}
        onChange={(event) => {
          setEmail(event.target.value);
        }}
        autoComplete="username"
        autoFocus
        required
      />
      <TextField
        label="Password"
        type="password"
        value={password}
        onChange={(event) => {
          setPassword(event.target.value);
        }}
        autoComplete="current-password"
        required
      />
      {attempt.error && <ProblemAlert error={attempt.error} />}
      <Button type="submit" variant="contained" size="large" fullWidth loading={attempt.isPending} sx={{ mt: 2 }}>
        Sign in
      </Button>
    </form>
  );
}
