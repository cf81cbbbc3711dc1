import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState, type SyntheticEvent } from 'react';
import { useDeed } from '../installation/use-deed.ts';
import { PasswordField } from './PasswordField.tsx';
import { TroubleAlert } from './TroubleAlert.tsx';

interface Props {
  label: string;
  onChosen: (passcode: string) => Promise<void>;
}

const differing = { title: 'The two passcodes differ.', detail: 'Type the same one twice.' };

export function ChoosePasscodeForm({ label, onChosen }: Props) {
  const [passcode, setPasscode] = useState('');
  const [again, setAgain] = useState('');
  const [isDiffering, setDiffering] = useState(false);
  const { isBusy, trouble, attempt } = useDeed();
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setDiffering(passcode !== again);
    if (passcode === again) void attempt(() => onChosen(passcode));
  };
  const field = { name: 'new-passcode', autoComplete: 'new-password' };
  return (
    <Stack component="form" onSubmit={submit} sx={{ gap: 2 }} aria-label="Choose a passcode">
      <PasswordField label="New passcode" isFocused value={passcode} onChange={setPasscode} {...field} />
      <PasswordField label="Repeat the passcode" value={again} onChange={setAgain} {...field} />
      <Typography variant="body2" color="textSecondary">
        Six digits or letters at least. It stays on this device and protects your key; nobody can tell you what it was.
      </Typography>
      <TroubleAlert trouble={isDiffering ? differing : trouble} />
      <Button
        type="submit"
        variant="contained"
        size="large"
        loading={isBusy}
        disabled={passcode === '' || again === ''}
      >
        {label}
      </Button>
    </Stack>
  );
}
