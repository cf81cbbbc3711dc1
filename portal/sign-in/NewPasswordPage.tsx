import { Alert, Button, Stack, Typography } from '@mui/material';
import { Link } from 'react-router';
import { useLinkSecret } from '../link-secret.ts';
import { Doorstep } from './Doorstep.tsx';
import { NewPasswordForm } from './NewPasswordForm.tsx';

/** Opened from the mail of "Forgot password?", and for the first password from the mail that welcomes an account. */
export function NewPasswordPage({ title }: { title: string }) {
  const token = useLinkSecret();
  return (
    <Doorstep title={title}>
      {token === null ? (
        <Stack spacing={2.5}>
          <Alert severity="warning">This page works only when opened from the link in your message.</Alert>
          <Typography>Open that link once more, or have a new message sent to you.</Typography>
          <Button component={Link} to="/forgot-password" variant="contained" size="large">
            Send a new link
          </Button>
        </Stack>
      ) : (
        <NewPasswordForm key={token} token={token} />
      )}
    </Doorstep>
  );
}
