import { Alert, Stack, Typography } from '@mui/material';
import { OpenActivationPage } from '../../contracts/transfer.ts';
import { useLinkSecret } from '../link-secret.ts';
import { Doorstep } from '../sign-in/Doorstep.tsx';
import { ActivationDesk } from './ActivationDesk.tsx';

/** Opened from the message of a transfer, under a strict policy. Nothing is asked of the server without a press (M-02). */
export function ActivationPage() {
  const link = OpenActivationPage.safeParse(Object.fromEntries(new URLSearchParams(useLinkSecret() ?? '')));
  return (
    <Doorstep title="Activate your new device">
      {link.success ? (
        <ActivationDesk key={link.data.secret} link={link.data} />
      ) : (
        <Stack spacing={2.5}>
          <Alert severity="warning">This page works only when opened from the whole link in your message.</Alert>
          <Typography>Open that link once more. If the page was loaded again, it has forgotten the link.</Typography>
        </Stack>
      )}
    </Doorstep>
  );
}
