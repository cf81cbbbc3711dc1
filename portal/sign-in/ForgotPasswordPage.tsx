import { Alert, Button, Link, Stack, TextField, Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { Link as RouterLink } from 'react-router';
import { Problem } from '../page/Problem.tsx';
import { requestPasswordReset } from './authentication.ts';
import { Doorstep } from './Doorstep.tsx';

export function ForgotPasswordPage() {
  const [email, setEmail] = useState('');
  const request = useMutation({ mutationFn: () => requestPasswordReset(email.trim()) });

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    if (!request.isPending) request.mutate();
  }

  return (
    <Doorstep title="Forgot password?">
      <Stack component="form" spacing={2.5} onSubmit={submit}>
        <Typography>
          Tell us the e-mail address of your account. We mail you a link to choose a new password.
        </Typography>
        {request.isSuccess && (
          <Alert severity="success" role="status">
            If we know this address, a message is on its way. Look in your spam folder too.
          </Alert>
        )}
        {request.error !== null && <Problem error={request.error} />}
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
        <Button
          type="submit"
          variant={request.isSuccess ? 'outlined' : 'contained'}
          size="large"
          loading={request.isPending}
        >
          {request.isSuccess ? 'Send again' : 'Send link'}
        </Button>
        <Link component={RouterLink} to="/sign-in" sx={{ alignSelf: 'center' }}>
          Back to sign in
        </Link>
      </Stack>
    </Doorstep>
  );
}
