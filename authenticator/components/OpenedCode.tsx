import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { SyntheticEvent } from 'react';
import { useInstallation } from '../installation/installation.ts';
import { ModelField } from './ModelField.tsx';

interface Props {
  model: string;
  onModel: (model: string) => void;
  isBusy: boolean;
  onPair: () => Promise<void>;
  onLeave: () => void;
}

/** The code came with a link that the phone's own camera opened: a link never acts, its reader does. */
export function OpenedPairing({ model, onModel, isBusy, onPair, onLeave }: Props) {
  const { state } = useInstallation();
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void onPair();
  };
  return (
    <Stack
      component="form"
      onSubmit={submit}
      sx={{ gap: 2.5 }}
      aria-label="Bring your ID to this device"
      data-testid="opened-pairing"
    >
      <Typography variant="h2">Bring your ID to this device?</Typography>
      <Typography color="textSecondary">
        You have scanned the pairing code of a device that has your ID. Go on only if it is yours and lies before you.
      </Typography>
      {state.account === null && <ModelField value={model} onChange={onModel} />}
      <Stack sx={{ gap: 1 }}>
        <Button type="submit" variant="contained" size="large" loading={isBusy}>
          Continue
        </Button>
        <Button size="large" disabled={isBusy} onClick={onLeave}>
          Scan another code
        </Button>
      </Stack>
    </Stack>
  );
}
