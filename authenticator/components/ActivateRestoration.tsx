import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { RestoreCodeShown } from '../../contracts/identities.ts';
import { useInstallation } from '../installation/installation.ts';
import { PasscodeForm } from './PasscodeForm.tsx';

export function ActivateRestoration({ onShown }: { onShown: (shown: RestoreCodeShown) => void }) {
  const { state, act } = useInstallation();
  const issue = async (passcode: string) => onShown(await act((device) => device.identity.issueRestoreCode(passcode)));
  return (
    <>
      <Box>
        <Typography variant="h2" sx={{ mb: 1 }}>
          Activate the restore function
        </Typography>
        <Typography color="textSecondary">
          A restore code brings your ID to another device if this one is lost, stolen or broken, or if you forget the
          passcode. To use it you also need a second code, which we mail to{' '}
          {state.account?.email ?? 'the address of your account'}.
        </Typography>
      </Box>
      <PasscodeForm label="Continue" onPasscode={issue} />
    </>
  );
}
