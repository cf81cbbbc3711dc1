import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { softTokenLinkIn } from '../../device-sdk/soft-token-link.ts';
import { useInstallation } from '../installation/installation.ts';
import { useOpenedLink } from '../installation/opened-link.ts';

/** For who started over in the portal and opened the new code while the former soft token was still on its way. */
export function NewStartNotice({ serial }: { serial: string }) {
  const { act } = useInstallation();
  const opened = softTokenLinkIn(useOpenedLink('recreate') ?? '');
  if (opened === undefined || opened.serial === serial) return null;
  const startOver = () => act((device) => device.softTokens.discard());
  return (
    <Alert
      severity="info"
      role="status"
      data-testid="new-start"
      action={
        <Button color="inherit" size="small" sx={{ whiteSpace: 'nowrap' }} onClick={() => void startOver()}>
          Start over
        </Button>
      }
    >
      You have opened the code of another soft token, {opened.serial}. Starting over discards this one, {serial}.
    </Alert>
  );
}
