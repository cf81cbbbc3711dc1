import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Divider from '@mui/material/Divider';
import Stack from '@mui/material/Stack';
import { Link } from 'react-router';
import { ArrivalChoices } from '../components/ArrivalChoices.tsx';
import { Heading } from '../components/Heading.tsx';
import { OtherServerNotice } from '../components/OtherServerNotice.tsx';
import { Page } from '../components/Page.tsx';
import { RestoreNotice } from '../components/RestoreNotice.tsx';
import { useInstallation } from '../installation/installation.ts';

/** An app that belongs to nobody yet (guide 001: create, restore or pair). */
export function StartScreen({ onContinueRestore }: { onContinueRestore: () => void }) {
  const { state } = useInstallation();
  return (
    <Page>
      <Heading title="Welcome">Sign in with your account, or bring your ID or tokens to this device.</Heading>
      {state.restore !== null && <RestoreNotice onContinue={onContinueRestore} />}
      {state.activation !== null && <RestoreNotice of="activation" onContinue={onContinueRestore} />}
      {state.wasSignedOut && (
        <Alert severity="warning" role="status" data-testid="signed-out-notice">
          The server has signed this app out, and what it kept was removed from this device. Sign in again to bring your
          tokens back, or restore your ID.
        </Alert>
      )}
      <OtherServerNotice />
      <Stack sx={{ gap: 2 }}>
        <Button component={Link} to="/sign-in" variant="contained" size="large">
          Sign in
        </Button>
        <Divider>or</Divider>
        <ArrivalChoices />
      </Stack>
    </Page>
  );
}
