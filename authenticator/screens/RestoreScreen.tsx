import Button from '@mui/material/Button';
import CircularProgress from '@mui/material/CircularProgress';
import { useCallback, useState } from 'react';
import type { Recovery } from '../../contracts/recoveries.ts';
import { isRefusedWith } from '../../device-sdk/asking.ts';
import { Page } from '../components/Page.tsx';
import { TroubleAlert } from '../components/TroubleAlert.tsx';
import { useInstallation } from '../installation/installation.ts';
import { useDeed } from '../installation/use-deed.ts';
import { useWatch } from '../installation/use-watch.ts';
import { farewellOf } from '../text/farewells.ts';
import { CompareScreen } from './CompareScreen.tsx';
import { FinishScreen } from './FinishScreen.tsx';
import { MailCodeScreen } from './MailCodeScreen.tsx';
import { RestoreCodeScreen } from './RestoreCodeScreen.tsx';

const watchEveryMs = 2_000;

/** An ID on its way to this device, wherever it stands: also after the app was closed in the middle of it. */
export function RestoreScreen({ onLater }: { onLater: () => void }) {
  const { state, act, announce } = useInstallation();
  const [recovery, setRecovery] = useState<Recovery>();
  const { attempt } = useDeed();
  const { restore } = state;

  const noted = useCallback(
    (reached: Recovery) => {
      setRecovery(reached);
      const farewell = farewellOf(reached);
      if (farewell !== '') announce(farewell);
    },
    [announce],
  );
  const look = useCallback(async () => {
    const reached = await act((device) => device.restoring.look()).catch((error: unknown) => {
      // Whatever it was that the server does not know any more has left this screen with it.
      if (isRefusedWith(error, 'device-unknown', 'not-found')) announce('That restore is over. Start again.');
      throw error;
    });
    if (reached !== null) noted(reached);
  }, [act, announce, noted]);
  const lookOrTell = useCallback(() => attempt(look), [attempt, look]);

  if (restore?.at === 'restore-code') return <RestoreCodeScreen restore={restore} onReached={noted} />;
  if (restore?.at === 'recovery' && restore.claim !== null) return <FinishScreen isResumed onLater={onLater} />;
  if (recovery?.state === 'awaiting-device')
    return <FinishScreen recovery={recovery} onReached={noted} onLater={onLater} />;
  if (recovery?.step === 'compare') {
    return <CompareScreen recovery={recovery} onLook={look} onReached={noted} everyMs={watchEveryMs} />;
  }
  if (recovery?.step === 'prove-ownership') {
    return <MailCodeScreen recovery={recovery} onReached={noted} onLook={lookOrTell} />;
  }
  return <Looking onLook={look} onLater={onLater} />;
}

function Looking({ onLook, onLater }: { onLook: () => Promise<void>; onLater: () => void }) {
  const trouble = useWatch(onLook, watchEveryMs);
  return (
    <Page>
      <CircularProgress aria-label="Looking where it stands" sx={{ alignSelf: 'center' }} />
      <TroubleAlert trouble={trouble} />
      <Button size="large" onClick={onLater}>
        Later
      </Button>
    </Page>
  );
}
