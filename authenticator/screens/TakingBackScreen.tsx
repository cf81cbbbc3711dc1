import CircularProgress from '@mui/material/CircularProgress';
import { useCallback, useEffect, useRef } from 'react';
import type { Recovery } from '../../contracts/recoveries.ts';
import { Heading } from '../components/Heading.tsx';
import { Page } from '../components/Page.tsx';
import { RetryPanel } from '../components/RetryPanel.tsx';
import { useInstallation } from '../installation/installation.ts';
import { useDeed } from '../installation/use-deed.ts';
import { countOf } from '../text/trouble.ts';

/** The code was right: the app takes the tokens back by itself. */
export function TakingBackScreen({ recovery, onLater }: { recovery: Recovery; onLater: () => void }) {
  const { act, announce, sync } = useInstallation();
  const { isBusy, trouble, attempt } = useDeed();
  const hasBegun = useRef(false);

  const takeBack = useCallback(
    () =>
      attempt(async () => {
        const tokens = await act((device) => device.takeBack(recovery.id));
        announce(`${countOf(tokens.length, 'token')} back on this device.`);
        await sync();
      }),
    [act, announce, attempt, recovery.id, sync],
  );
  useEffect(() => {
    if (hasBegun.current) return;
    hasBegun.current = true;
    void takeBack();
  }, [takeBack]);

  return (
    <Page>
      <Heading title="Bringing your tokens back">Each one gets a fresh secret; the former copy stops working.</Heading>
      {trouble === undefined ? (
        <CircularProgress aria-label="Working" />
      ) : (
        <RetryPanel trouble={trouble} isBusy={isBusy} onRetry={takeBack} onLater={onLater} />
      )}
    </Page>
  );
}
