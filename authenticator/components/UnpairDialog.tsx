import Alert from '@mui/material/Alert';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { useState } from 'react';
import type { IdentityDevice } from '../../contracts/identities.ts';
import { useInstallation } from '../installation/installation.ts';
import { PasscodeDialog } from './PasscodeDialog.tsx';

interface Props {
  device: IdentityDevice;
  isLast: boolean;
  onUnpaired: (left: IdentityDevice[]) => void;
  onClose: () => void;
}

export function UnpairDialog({ device, isLast, onUnpaired, onClose }: Props) {
  const { act, announce } = useInstallation();
  const [isSure, setSure] = useState(false);
  const unpair = async (passcode: string) => {
    onUnpaired(await act((installed) => installed.identity.unpair(device.id, passcode, { confirmLast: isSure })));
    announce(`Your ID no longer works on ${device.model}.`);
    onClose();
  };
  return (
    <PasscodeDialog
      title={`Unpair ${device.model}?`}
      label="Unpair"
      colour="error"
      isDisabled={isLast && !isSure}
      onPasscode={unpair}
      onClose={onClose}
    >
      {device.isThisDevice
        ? 'Your ID stops working on this very device, and its key is erased here.'
        : `Your ID stops working on ${device.model} (ID ${device.shortId}) at once.`}{' '}
      It comes back there only by a restore or a QR code pairing.
      {isLast && (
        <Alert severity="warning" sx={{ mt: 2 }} data-testid="last-device">
          This is the last device of your ID. Afterwards you sign in nowhere until you restore it.
          <FormControlLabel
            sx={{ mt: 1, alignItems: 'flex-start' }}
            control={<Checkbox checked={isSure} onChange={(_, sure) => setSure(sure)} sx={{ mt: -1 }} />}
            label="I understand, and I want this"
          />
        </Alert>
      )}
    </PasscodeDialog>
  );
}
