import { Alert, Button, Stack, Typography } from '@mui/material';
import { Link } from 'react-router';
import { Repudiate } from '../../contracts/recoveries.ts';
import { useLinkSecret } from '../link-secret.ts';
import { Doorstep } from '../sign-in/Doorstep.tsx';
import { RepudiateForm } from './RepudiateForm.tsx';

/** Opened from "This wasn't me" in a message. Nothing happens here without a press. */
export function NotMePage() {
  const link = Repudiate.safeParse({ token: useLinkSecret() });
  return (
    <Doorstep title="This wasn't me">
      {!link.success ? (
        <Stack spacing={2.5}>
          <Alert severity="warning">This page works only when opened from the whole link in your message.</Alert>
          <Typography>Open that link once more, or contact support.</Typography>
          <Button component={Link} to="/sign-in" variant="outlined">
            Sign in
          </Button>
        </Stack>
      ) : (
        <RepudiateForm key={link.data.token} token={link.data.token} />
      )}
    </Doorstep>
  );
}
