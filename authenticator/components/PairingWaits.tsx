import CircularProgress from '@mui/material/CircularProgress';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { Recovery } from '../../contracts/recoveries.ts';
import { StepBar } from './StepBar.tsx';
import { TimeLeft } from './TimeLeft.tsx';

/** The rest happens on the new device. */
export function PairingWaits({ recovery }: { recovery: Recovery }) {
  return (
    <>
      <StepBar steps={recovery.steps} />
      <Typography variant="h2">Now choose a passcode on the new device</Typography>
      <Stack direction="row" role="status" sx={{ gap: 1.5, alignItems: 'center' }} data-testid="pairing-waits">
        <CircularProgress size={20} aria-hidden />
        <Typography color="textSecondary">
          Waiting for {recovery.toDevice?.model ?? recovery.pairing?.device.model ?? 'the new device'}
        </Typography>
      </Stack>
      <TimeLeft until={recovery.deadline} />
    </>
  );
}
