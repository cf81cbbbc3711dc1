import Alert from '@mui/material/Alert';
import Typography from '@mui/material/Typography';
import type { Recovery } from '../../contracts/recoveries.ts';
import { CancelRecovery } from './CancelRecovery.tsx';
import { QrPicture } from './QrPicture.tsx';
import { StepBar } from './StepBar.tsx';
import { TimeLeft } from './TimeLeft.tsx';

interface Props {
  recovery: Recovery;
  qr: string | undefined;
  onReached: (recovery: Recovery) => void;
}

export function PairingShown({ recovery, qr, onReached }: Props) {
  return (
    <>
      <StepBar steps={recovery.steps} />
      <Typography>
        On the new device open Latchkey, choose <strong>Start QR code pairing</strong> and point its camera here.
      </Typography>
      {qr === undefined ? (
        <Alert severity="info">The code is no longer here. Cancel, and show a new one.</Alert>
      ) : (
        <QrPicture text={qr} />
      )}
      <TimeLeft until={recovery.deadline} />
      <CancelRecovery recovery={recovery} onReached={onReached} />
    </>
  );
}
