import Alert from '@mui/material/Alert';
import { Heading } from '../components/Heading.tsx';
import { Page } from '../components/Page.tsx';
import { SignInForm } from '../components/SignInForm.tsx';
import { useInstallation } from '../installation/installation.ts';

export function SignInScreen() {
  const { state } = useInstallation();
  return (
    <Page>
      <Heading title="Sign in">With the e-mail address and password that you use in the portal.</Heading>
      {state.wasSignedOut && (
        <Alert severity="warning" role="status" data-testid="signed-out-notice">
          The server has signed this app out, and its tokens were removed from this device. Sign in again to bring them
          back or to add others.
        </Alert>
      )}
      <SignInForm />
    </Page>
  );
}
