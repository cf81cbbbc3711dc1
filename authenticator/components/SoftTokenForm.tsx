import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState, type SyntheticEvent } from 'react';
import { MistypedSoftTokenError } from '../../device-sdk/soft-token-errors.ts';
import { useDeed } from '../installation/use-deed.ts';
import { LongCodeField } from './LongCodeField.tsx';
import { TroubleAlert } from './TroubleAlert.tsx';

interface Props {
  initial: { serial: string; code: string } | undefined;
  onSave: (serial: string, code: string) => Promise<void>;
}

/** Step 14: serial number, activation code, *Save*. What is mistyped is marked. */
export function SoftTokenForm({ initial, onSave }: Props) {
  const [serial, setSerial] = useState(initial?.serial ?? '');
  const [code, setCode] = useState(initial?.code ?? '');
  const [wrong, setWrong] = useState<'serial' | 'code'>();
  const { isBusy, trouble, attempt } = useDeed();
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void attempt(async () => {
      setWrong(undefined);
      await onSave(serial, code).catch((error: unknown) => {
        if (error instanceof MistypedSoftTokenError) setWrong(error.what);
        throw error;
      });
    });
  };
  return (
    <Stack component="form" onSubmit={submit} sx={{ gap: 2.5 }} aria-label="Soft token">
      <LongCodeField
        label="Serial number"
        name="serial-number"
        placeholder="XXXXXXXX-XXX"
        isFocused={initial === undefined}
        isWrong={wrong === 'serial'}
        value={serial}
        onChange={setSerial}
      />
      <LongCodeField
        label="Activation code"
        name="activation-code"
        placeholder="XXXXX-XXXXX-XXXXX-XXXXX"
        isWrong={wrong === 'code'}
        value={code}
        onChange={setCode}
      />
      <Typography variant="body2" color="textSecondary">
        Capitals, blanks and hyphens do not matter. Both are good for ten minutes, once.
      </Typography>
      <TroubleAlert trouble={trouble} />
      <Button
        type="submit"
        variant="contained"
        size="large"
        loading={isBusy}
        disabled={serial.trim() === '' || code.trim() === ''}
      >
        Save
      </Button>
    </Stack>
  );
}
