import CircularProgress from '@mui/material/CircularProgress';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { Recovery } from '../../contracts/recoveries.ts';
import { CancelRecovery } from '../components/CancelRecovery.tsx';
import { Digits } from '../components/Digits.tsx';
import { Heading } from '../components/Heading.tsx';
import { Page } from '../components/Page.tsx';
import { StepBar } from '../components/StepBar.tsx';
import { TimeLeft } from '../components/TimeLeft.tsx';
import { TroubleAlert } from '../components/TroubleAlert.tsx';
import { useWatch } from '../installation/use-watch.ts';

interface Props {
  recovery: Recovery;
  onLook: () => Promise<void>;
  onReached: (recovery: Recovery) => void;
  everyMs: number;
}

/** The new device shows two digits until the old one has confirmed them. */
export function CompareScreen({ recovery, onLook, onReached, everyMs }: Props) {
  const trouble = useWatch(onLook, everyMs);
  return (
    <Page>
      <Heading title="Do both devices show this?">
        Look at the device that has your ID. If it shows the same two digits, confirm it there.
      </Heading>
      <StepBar steps={recovery.steps} />
      {recovery.pairing !== null && <Digits digits={recovery.pairing.digits} />}
      <Stack direction="row" role="status" sx={{ gap: 1.5, alignItems: 'center', justifyContent: 'center' }}>
        <CircularProgress size={20} aria-hidden />
        <Typography color="textSecondary">Waiting for the other device</Typography>
      </Stack>
      <TimeLeft until={recovery.deadline} />
      <TroubleAlert trouble={trouble} />
      <CancelRecovery recovery={recovery} label="They differ: cancel" onReached={onReached} />
    </Page>
  );
}
