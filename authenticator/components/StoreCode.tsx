import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState, type SyntheticEvent } from 'react';
import type { RestoreCodeShown } from '../../contracts/identities.ts';
import { fixedWidth } from '../appearance/theme.ts';
import { useInstallation } from '../installation/installation.ts';
import { useDeed } from '../installation/use-deed.ts';
import { KeepingButtons } from './KeepingButtons.tsx';
import { RestoreCodeSheet } from './RestoreCodeSheet.tsx';
import { TroubleAlert } from './TroubleAlert.tsx';

interface Props {
  name: string;
  shown: RestoreCodeShown;
  onActive: () => void;
}

/** A new restore code: first it is kept, then its last group is typed from the note, out of sight of the code. */
export function StoreCode({ name, shown, onActive }: Props) {
  const [isKept, setKept] = useState(false);
  if (isKept) return <LastGroup onBack={() => setKept(false)} onActive={onActive} />;
  return (
    <>
      <RestoreCodeSheet name={name} shown={shown} />
      <Stack sx={{ gap: 2.5, displayPrint: 'none' }}>
        <KeepingButtons name={name} shown={shown} />
        <Alert severity="warning">
          Keep it apart from this device. Whoever has it and reads your mail can restore your ID.
        </Alert>
        <Button variant="contained" size="large" onClick={() => setKept(true)}>
          I have stored it
        </Button>
      </Stack>
    </>
  );
}

function LastGroup({ onBack, onActive }: { onBack: () => void; onActive: () => void }) {
  const { act } = useInstallation();
  const [typed, setTyped] = useState('');
  const { isBusy, trouble, attempt } = useDeed();
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void attempt(async () => {
      await act((device) => device.identity.confirmRestoreCode(typed));
      onActive();
    });
  };
  return (
    <Stack component="form" onSubmit={submit} sx={{ gap: 2 }} aria-label="Last group of the restore code">
      <Typography>
        Read it from where you stored it: what follows the third hyphen, such as{' '}
        <Typography component="span" sx={{ fontFamily: fixedWidth, whiteSpace: 'nowrap' }}>
          0TZ4-K
        </Typography>
        .
      </Typography>
      <TextField
        label="Last group of your restore code"
        name="last-group"
        autoComplete="off"
        autoFocus
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        slotProps={{
          htmlInput: { maxLength: 16, autoCapitalize: 'characters', spellCheck: false, sx: { fontFamily: fixedWidth } },
        }}
      />
      <TroubleAlert trouble={trouble} />
      <Button type="submit" variant="contained" size="large" loading={isBusy} disabled={typed.trim() === ''}>
        Activate
      </Button>
      <Button size="large" disabled={isBusy} onClick={onBack}>
        Show the code again
      </Button>
    </Stack>
  );
}
