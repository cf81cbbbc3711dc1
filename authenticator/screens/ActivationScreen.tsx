import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import CircularProgress from '@mui/material/CircularProgress';
import Typography from '@mui/material/Typography';
import type { Recovery } from '../../contracts/recoveries.ts';
import type { HeldToken } from '../../device-sdk/state.ts';
import { CancelRecovery } from '../components/CancelRecovery.tsx';
import { Heading } from '../components/Heading.tsx';
import { Page } from '../components/Page.tsx';
import { RecoveryTokens } from '../components/RecoveryTokens.tsx';
import { StepBar } from '../components/StepBar.tsx';
import { TroubleAlert } from '../components/TroubleAlert.tsx';
import { useInstallation } from '../installation/installation.ts';
import { useActivated } from '../installation/use-activated.ts';
import { useDeed } from '../installation/use-deed.ts';
import { useWatch } from '../installation/use-watch.ts';
import { momentOf } from '../text/moments.ts';

const watchEveryMs = 4_000;

interface Props {
  onArrived: (tokens: HeldToken[]) => void;
  onLater: () => void;
}

/** Tokens on their way to this device: *Done* takes them. Also after the app was closed in the middle of it. */
export function ActivationScreen({ onArrived, onLater }: Props) {
  const { state, act, sync } = useInstallation();
  const { recovery, noted, look } = useActivated();
  const { isBusy, trouble, attempt } = useDeed();
  const watching = useWatch(look, watchEveryMs);
  const done = () =>
    attempt(async () => {
      onArrived(await act((device) => device.transfer.finish()));
      await sync();
    });
  const forget = () => attempt(() => act((device) => device.transfer.forget()));

  if (recovery === undefined) {
    return (
      <Page>
        <CircularProgress aria-label="Looking where it stands" sx={{ alignSelf: 'center' }} />
        <TroubleAlert trouble={trouble ?? watching} />
        <Button size="large" onClick={onLater}>
          Later
        </Button>
        {state.activation?.at === 'asked' && (
          <Button size="large" color="inherit" loading={isBusy} onClick={() => void forget()}>
            Give up
          </Button>
        )}
      </Page>
    );
  }
  return (
    <Page>
      <Heading title="Your tokens are ready">
        Tap Done, and they move to this device. The former one is refused from that moment on.
      </Heading>
      <ReadyTokens recovery={recovery} />
      <TroubleAlert trouble={trouble ?? watching} />
      <Button variant="contained" size="large" loading={isBusy} onClick={() => void done()}>
        Done
      </Button>
      <Button size="large" disabled={isBusy} onClick={onLater}>
        Later
      </Button>
      <CancelRecovery recovery={recovery} onReached={noted} />
    </Page>
  );
}

function ReadyTokens({ recovery }: { recovery: Recovery }) {
  return (
    <>
      <StepBar steps={recovery.steps} />
      <Card sx={{ p: 2.5 }} data-testid="activated">
        <RecoveryTokens recovery={recovery} />
        <Typography variant="body2" color="textSecondary">
          They wait until {momentOf(recovery.deadline)}
        </Typography>
      </Card>
    </>
  );
}
