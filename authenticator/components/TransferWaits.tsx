import Alert from '@mui/material/Alert';
import Card from '@mui/material/Card';
import CircularProgress from '@mui/material/CircularProgress';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Recovery } from '../../contracts/recoveries.ts';
import { useInstallation } from '../installation/installation.ts';
import { useWatch } from '../installation/use-watch.ts';
import { momentOf } from '../text/moments.ts';
import { CancelRecovery } from './CancelRecovery.tsx';
import { RecoveryTokens } from './RecoveryTokens.tsx';
import { StepBar } from './StepBar.tsx';
import { TroubleAlert } from './TroubleAlert.tsx';

const everyMs = 3_000;

interface Props {
  recoveryId: string;
  onReached: (recovery: Recovery) => void;
}

/** The activation is mailed; until the new device takes the tokens they work here, and all of it can be cancelled. */
export function TransferWaits({ recoveryId, onReached }: Props) {
  const { act } = useInstallation();
  const [recovery, setRecovery] = useState<Recovery>();
  const noted = (reached: Recovery) => {
    setRecovery(reached);
    onReached(reached);
  };
  const trouble = useWatch(async () => noted(await act((device) => device.showRecovery(recoveryId))), everyMs);
  if (recovery === undefined) {
    if (trouble !== undefined) return <TroubleAlert trouble={trouble} />;
    return <CircularProgress aria-label="Looking" sx={{ alignSelf: 'center', my: 4 }} />;
  }
  const isActivated = recovery.state === 'awaiting-device';
  return (
    <>
      <StepBar steps={recovery.steps} />
      <Alert severity="info" role="status" data-testid="transfer-waits" data-step={recovery.step}>
        {isActivated
          ? 'Your new device has activated the transfer. Tap Done there.'
          : 'We have mailed you an activation. On your new device, choose I have an activation code, and scan or type it.'}
      </Alert>
      <Card sx={{ p: 2.5 }}>
        <RecoveryTokens recovery={recovery} />
        <Typography variant="body2" color="textSecondary">
          Until {momentOf(recovery.deadline)} the tokens wait; they work here as before.
        </Typography>
      </Card>
      <TroubleAlert trouble={trouble} />
      <CancelRecovery recovery={recovery} label="Cancel the transfer" onReached={noted} />
    </>
  );
}
