import Typography from '@mui/material/Typography';
import type { Recovery } from '../../contracts/recoveries.ts';
import { useInstallation } from '../installation/installation.ts';
import { CancelRecovery } from './CancelRecovery.tsx';
import { Digits } from './Digits.tsx';
import { PasscodeForm } from './PasscodeForm.tsx';
import { StepBar } from './StepBar.tsx';
import { TimeLeft } from './TimeLeft.tsx';

interface Props {
  recovery: Recovery;
  pairing: NonNullable<Recovery['pairing']>;
  onReached: (recovery: Recovery) => void;
}

/** A device has scanned the code: is it the one that lies before its owner? */
export function PairingConfirm({ recovery, pairing, onReached }: Props) {
  const { act } = useInstallation();
  const { digits, device } = pairing;
  const confirm = async (passcode: string) =>
    onReached(await act((installed) => installed.pairing.confirm(recovery.id, passcode)));
  return (
    <>
      <StepBar steps={recovery.steps} />
      <Typography variant="h2">
        Does {device.model} (ID {device.shortId}) show this?
      </Typography>
      <Digits digits={digits} />
      <PasscodeForm label={`Yes, both show ${digits}`} isFocused onPasscode={confirm}>
        <CancelRecovery recovery={recovery} label="No: cancel" onReached={onReached} />
      </PasscodeForm>
      <TimeLeft until={recovery.deadline} />
    </>
  );
}
