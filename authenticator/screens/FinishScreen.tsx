import CircularProgress from '@mui/material/CircularProgress';
import { useCallback, useEffect, useRef } from 'react';
import type { Identity } from '../../contracts/identities.ts';
import type { Recovery } from '../../contracts/recoveries.ts';
import type { Device } from '../../device-sdk/device.ts';
import { CancelRecovery } from '../components/CancelRecovery.tsx';
import { ChoosePasscodeForm } from '../components/ChoosePasscodeForm.tsx';
import { Heading } from '../components/Heading.tsx';
import { Page } from '../components/Page.tsx';
import { RetryPanel } from '../components/RetryPanel.tsx';
import { StepBar } from '../components/StepBar.tsx';
import { useInstallation } from '../installation/installation.ts';
import { useDeed } from '../installation/use-deed.ts';

interface Props {
  recovery?: Recovery;
  onReached?: (recovery: Recovery) => void;
  /** A passcode was chosen before, and the answer is not known yet. */
  isResumed?: boolean;
  onLater: () => void;
}

/** The last step: a passcode, a new key pair, and the ID is ready to use. */
export function FinishScreen({ recovery, onReached, isResumed = false, onLater }: Props) {
  const { act, announce, sync } = useInstallation();
  const { isBusy, trouble, attempt } = useDeed();
  const hasBegun = useRef(false);

  const settle = useCallback(
    async (deed: (device: Device) => Promise<Identity | undefined>) => {
      const identity = await act(deed);
      if (identity === undefined) return;
      announce(`Your ID ${identity.name} is ready to use on this device.`);
      await sync();
    },
    [act, announce, sync],
  );
  const resume = useCallback(
    () => attempt(() => settle((device) => device.restoring.resumeFinish())),
    [attempt, settle],
  );
  useEffect(() => {
    if (!isResumed || hasBegun.current) return;
    hasBegun.current = true;
    void resume();
  }, [isResumed, resume]);

  if (!isResumed) {
    return (
      <Page>
        <Heading title="Choose a passcode" isFocused={false}>
          It protects your ID on this device: you type it whenever you approve a sign-in.
        </Heading>
        {recovery !== undefined && <StepBar steps={recovery.steps} />}
        <ChoosePasscodeForm
          label="Finish"
          onChosen={(passcode) => settle((device) => device.restoring.finish(passcode))}
        />
        {recovery !== undefined && onReached !== undefined && (
          <CancelRecovery recovery={recovery} onReached={onReached} />
        )}
      </Page>
    );
  }
  return (
    <Page>
      <Heading title="Making your new key">It takes a moment, and the former key stops working.</Heading>
      {trouble === undefined ? (
        <CircularProgress aria-label="Working" />
      ) : (
        <RetryPanel trouble={trouble} isBusy={isBusy} onRetry={resume} onLater={onLater} />
      )}
    </Page>
  );
}
