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
import { SoftTokenCard } from '../components/SoftTokenCard.tsx';
import { useInstallation } from '../installation/installation.ts';

/** An app that belongs to nobody yet (guide 001: create, restore or pair); the soft tokens that were made in it need nobody. */
export function StartScreen({ onContinueRestore }: { onContinueRestore: () => void }) {
  const { state } = useInstallation();
  const hasTokens = state.softTokens.length > 0;
  return (
    <Page>
      <Heading title={hasTokens ? 'Your soft tokens' : 'Welcome'}>
        {hasTokens
          ? 'They work on this device alone, without a network.'
          : 'Sign in with your account, or bring your ID or tokens to this device.'}
      </Heading>
      {state.softTokenDraft !== null && <RestoreNotice of="soft-token" onContinue={onContinueRestore} />}
      {state.restore !== null && <RestoreNotice onContinue={onContinueRestore} />}
      {state.activation !== null && <RestoreNotice of="activation" onContinue={onContinueRestore} />}
      {hasTokens && (
        <Stack component="ul" aria-label="Soft tokens" sx={{ listStyle: 'none', m: 0, mb: 1, p: 0, gap: 2 }}>
          {state.softTokens.map((token) => (
            <li key={token.id}>
              <SoftTokenCard token={token} />
            </li>
          ))}
        </Stack>
      )}
      {state.wasSignedOut && (
        <Alert severity="warning" role="status" data-testid="signed-out-notice">
          The server has signed this app out, and what it kept{hasTokens ? ' for that account' : ''} was removed from
          this device. Sign in again to bring your tokens back, or restore your ID.
        </Alert>
      )}
      <OtherServerNotice />
      <Stack sx={{ gap: 2 }}>
        <Button component={Link} to="/sign-in" variant={hasTokens ? 'outlined' : 'contained'} size="large">
          Sign in
        </Button>
        <Divider>or</Divider>
        <ArrivalChoices />
      </Stack>
    </Page>
  );
}
