import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useState, type SyntheticEvent } from 'react';
import type { Recovery } from '../../contracts/recoveries.ts';
import type { Restore } from '../../device-sdk/identity-state.ts';
import { Heading } from '../components/Heading.tsx';
import { Page } from '../components/Page.tsx';
import { RestoreCodeField } from '../components/RestoreCodeField.tsx';
import { TroubleAlert } from '../components/TroubleAlert.tsx';
import { useInstallation } from '../installation/installation.ts';
import { useDeed } from '../installation/use-deed.ts';
import { troubleOf } from '../text/trouble.ts';

interface Props {
  restore: Extract<Restore, { at: 'restore-code' }>;
  onReached: (recovery: Recovery) => void;
}

/** The restore code that was stored; typing errors are told here, at no cost. */
export function RestoreCodeScreen({ restore, onReached }: Props) {
  const { act, announce } = useInstallation();
  const [code, setCode] = useState('');
  const { isBusy, trouble, attempt } = useDeed();
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void attempt(async () => {
      try {
        onReached(await act((device) => device.restoring.enterRestoreCode(code)));
      } catch (error) {
        // Where the attempt is over this screen goes, and what went wrong has to be told beyond it.
        const isOver = await act(async (device) => (await device.state()).restore === null);
        const { title, detail } = troubleOf(error);
        if (isOver) announce(`${title} ${detail}`);
        throw error;
      }
    });
  };
  return (
    <Page>
      <Heading title="Enter your restore code" isFocused={false}>
        The one that you stored for the ID {restore.userName}. Then we mail you a second code.
      </Heading>
      <Stack component="form" onSubmit={submit} sx={{ gap: 2 }} aria-label="Restore code">
        <RestoreCodeField value={code} onChange={setCode} attemptsLeft={restore.attempt.attemptsLeft} />
        <TroubleAlert trouble={trouble} />
        <Button type="submit" variant="contained" size="large" loading={isBusy} disabled={code.trim() === ''}>
          Continue
        </Button>
        <Button
          size="large"
          color="inherit"
          disabled={isBusy}
          onClick={() => void act((device) => device.restoring.forget())}
        >
          Cancel
        </Button>
      </Stack>
    </Page>
  );
}
