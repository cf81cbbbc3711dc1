import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useState, type SyntheticEvent } from 'react';
import type { Recovery } from '../../contracts/recoveries.ts';
import { CodeField } from '../components/CodeField.tsx';
import { Heading } from '../components/Heading.tsx';
import { Page } from '../components/Page.tsx';
import { ResendButton } from '../components/ResendButton.tsx';
import { StepBar } from '../components/StepBar.tsx';
import { TroubleAlert } from '../components/TroubleAlert.tsx';
import { useInstallation } from '../installation/installation.ts';
import { useDeed } from '../installation/use-deed.ts';
import { momentOf } from '../text/moments.ts';

interface Props {
  recovery: Recovery;
  onReached: (recovery: Recovery) => void;
  onLook: () => Promise<void>;
}

export function MailCodeScreen({ recovery, onReached, onLook }: Props) {
  const { act, announce } = useInstallation();
  const entering = useDeed();
  const others = useDeed();
  const [code, setCode] = useState('');
  const { challenge } = recovery;

  const enter = (event: SyntheticEvent) => {
    event.preventDefault();
    void entering.attempt(async () => {
      try {
        onReached(await act((device) => device.enterMailCode(recovery.id, code)));
      } catch (error) {
        // The number of attempts left has changed, or the recovery has ended.
        await onLook();
        throw error;
      }
    });
  };
  const resend = () =>
    others.attempt(async () => {
      onReached(await act((device) => device.resendMailCode(recovery.id)));
      setCode('');
      announce('A new code is on its way. The former one no longer works.');
    });
  const cancel = () => others.attempt(async () => onReached(await act((device) => device.cancelRecovery(recovery.id))));

  return (
    <Page>
      <Heading title="Enter the code" isFocused={false}>
        {challenge === null
          ? 'We are mailing you a code.'
          : `We mailed a code to ${challenge.sentTo}. It is valid until ${momentOf(challenge.expiresAt)}.`}
      </Heading>
      <StepBar steps={recovery.steps} />
      <Stack component="form" onSubmit={enter} sx={{ gap: 2 }} aria-label="Code from the e-mail">
        <CodeField value={code} onChange={setCode} attemptsLeft={challenge?.attemptsLeft} />
        <TroubleAlert trouble={entering.trouble ?? others.trouble} />
        <Button type="submit" variant="contained" size="large" loading={entering.isBusy} disabled={code.trim() === ''}>
          Confirm
        </Button>
      </Stack>
      <Stack sx={{ gap: 0.5 }}>
        {challenge !== null && <ResendButton challenge={challenge} isBusy={others.isBusy} onResend={resend} />}
        <Button size="large" color="inherit" disabled={others.isBusy} onClick={() => void cancel()}>
          Cancel
        </Button>
      </Stack>
    </Page>
  );
}
