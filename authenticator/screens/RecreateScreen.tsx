import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { softTokenLinkIn } from '../../device-sdk/soft-token-link.ts';
import { BackBar } from '../components/BackBar.tsx';
import { Page } from '../components/Page.tsx';
import { SoftTokenForm } from '../components/SoftTokenForm.tsx';
import { SoftTokenScanner } from '../components/SoftTokenScanner.tsx';
import { useInstallation } from '../installation/installation.ts';
import { keepStorage } from '../installation/keep.ts';
import { forgetOpenedLink, openLink, useOpenedLink } from '../installation/opened-link.ts';

/** *Add a soft token by hand* (guide 003, steps 13 and 14). A link or QR code fills the fields in; its reader saves them. */
export default function RecreateScreen({ onStarted }: { onStarted: () => void }) {
  const { act } = useInstallation();
  const opened = useOpenedLink('recreate') ?? '';
  const scanned = softTokenLinkIn(opened);
  const save = async (serial: string, code: string) => {
    await act((device) => device.softTokens.begin({ serial, code }));
    forgetOpenedLink();
    onStarted();
    await keepStorage();
  };
  return (
    <Page bar={<BackBar title="Add a soft token" to="/" />}>
      {scanned === undefined ? (
        <Typography color="textSecondary">
          Type what the portal shows after you chose to recreate your soft token. This works without a network.
        </Typography>
      ) : (
        <Alert
          severity="info"
          role="status"
          data-testid="opened-soft-token"
          action={
            <Button color="inherit" size="small" onClick={forgetOpenedLink}>
              Clear
            </Button>
          }
        >
          The code has filled this in. Save it only if the portal shows you the same, and you asked for it yourself.
        </Alert>
      )}
      <SoftTokenForm key={opened} initial={scanned} onSave={save} />
      {scanned === undefined && <SoftTokenScanner onScanned={(text) => openLink('recreate', text)} />}
    </Page>
  );
}
