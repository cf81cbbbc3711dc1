import Alert from '@mui/material/Alert';
import { Heading } from '../components/Heading.tsx';
import { Page } from '../components/Page.tsx';

export function UnusableBrowserScreen() {
  return (
    <Page>
      <Heading title="Tokens cannot be kept safe here" />
      <Alert severity="warning">
        {isSecureContext
          ? 'This browser does not let the app store its keys. Leave private browsing, or use another browser.'
          : 'The app needs a secure connection. Open it by an address that begins with https://.'}
      </Alert>
    </Page>
  );
}
