import CircularProgress from '@mui/material/CircularProgress';
import { useCallback, useEffect, useState } from 'react';
import type { Recovery } from '../../contracts/recoveries.ts';
import type { ClosedState } from '../../domain/words.ts';
import { isOpen } from '../../domain/words.ts';
import { Page } from '../components/Page.tsx';
import { RetryPanel } from '../components/RetryPanel.tsx';
import { useInstallation } from '../installation/installation.ts';
import { useDeed } from '../installation/use-deed.ts';
import { MailCodeScreen } from './MailCodeScreen.tsx';
import { TakingBackScreen } from './TakingBackScreen.tsx';

const farewells = {
  completed: 'Your tokens are back.',
  cancelled: 'Cancelled. Everything is as it was.',
  expired: 'The time was up. Everything is as it was; you can start again.',
  locked: 'Too many wrong codes. Everything is as it was; you can start again or contact support.',
  failed: 'This did not work out. Everything is as it was; you can start again.',
} as const satisfies Record<ClosedState, string>;

/** A reload under way, wherever it stands: also after the app was closed in the middle of it. */
export function ReloadScreen({ recoveryId, onLater }: { recoveryId: string; onLater: () => void }) {
  const { act, announce } = useInstallation();
  const [recovery, setRecovery] = useState<Recovery>();
  const { isBusy, trouble, attempt } = useDeed();

  const noted = useCallback(
    (reached: Recovery) => {
      setRecovery(reached);
      if (!isOpen(reached.state)) announce(farewells[reached.state]);
    },
    [announce],
  );
  const look = useCallback(
    () => attempt(async () => noted(await act((device) => device.showRecovery(recoveryId)))),
    [act, attempt, noted, recoveryId],
  );
  useEffect(() => void look(), [look]);

  if (recovery?.state === 'proving') return <MailCodeScreen recovery={recovery} onReached={noted} onLook={look} />;
  if (recovery?.state === 'awaiting-device') return <TakingBackScreen recovery={recovery} onLater={onLater} />;
  return (
    <Page>
      {trouble === undefined ? (
        <CircularProgress aria-label="Looking where it stands" sx={{ alignSelf: 'center' }} />
      ) : (
        <RetryPanel trouble={trouble} isBusy={isBusy} onRetry={look} onLater={onLater} />
      )}
    </Page>
  );
}
