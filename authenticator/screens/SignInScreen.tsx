import { BackBar } from '../components/BackBar.tsx';
import { OtherServerNotice } from '../components/OtherServerNotice.tsx';
import { Page } from '../components/Page.tsx';
import { SignInForm } from '../components/SignInForm.tsx';
import Typography from '@mui/material/Typography';

export function SignInScreen() {
  return (
    <Page bar={<BackBar title="Sign in" to="/" />}>
      <Typography color="textSecondary">With the e-mail address and password that you use in the portal.</Typography>
      <OtherServerNotice />
      <SignInForm />
    </Page>
  );
}
