import { Alert, Button, Link, Stack, TextField } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { Link as RouterLink, useLocation, useNavigate } from 'react-router';
import { Problem } from '../page/Problem.tsx';
import { readArrival } from './arrival.ts';
import { signIn } from './authentication.ts';
import { Doorstep } from './Doorstep.tsx';
import { PasswordField } from './PasswordField.tsx';

export function SignInPage() {
  const { back, sentence } = readArrival(useLocation().state);
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const navigate = useNavigate();
  const client = useQueryClient();
  const entry = useMutation({
    mutationFn: () => signIn(email.trim(), password),
    onSuccess: async () => {
      client.clear();
      await navigate(back, { replace: true });
    },
  });

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    if (!entry.isPending) entry.mutate();
  }

  return (
    <Doorstep title="Sign in">
      <Stack component="form" spacing={2.5} onSubmit={submit}>
        {sentence !== undefined && entry.error === null && (
          <Alert severity="info" role="status">
            {sentence}
          </Alert>
        )}
        {entry.error !== null && <Problem error={entry.error} />}
        <TextField
          label="E-mail"
          type="email"
          autoComplete="username"
          slotProps={{ htmlInput: { required: true } }}
          autoFocus
          value={email}
          onChange={(event) => {
            setEmail(event.target.value);
          }}
        />
        <PasswordField label="Password" autoComplete="current-password" value={password} onChange={setPassword} />
        <Button type="submit" variant="contained" size="large" loading={entry.isPending}>
          Sign in
        </Button>
        <Link component={RouterLink} to="/forgot-password" sx={{ alignSelf: 'center' }}>
          Forgot password?
        </Link>
      </Stack>
    </Doorstep>
  );
}
