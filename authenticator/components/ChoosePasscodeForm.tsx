import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState, type SyntheticEvent } from 'react';
import { useDeed } from '../installation/use-deed.ts';
import { PasswordField } from './PasswordField.tsx';
import { TroubleAlert } from './TroubleAlert.tsx';

interface Props {
  /** What it is called. */
  word?: 'passcode' | 'PIN';
  label: string;
  onChosen: (passcode: string) => Promise<void>;
}

export function ChoosePasscodeForm({ word = 'passcode', label, onChosen }: Props) {
  const [passcode, setPasscode] = useState('');
  const [again, setAgain] = useState('');
  const [isDiffering, setDiffering] = useState(false);
  const { isBusy, trouble, attempt } = useDeed();
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setDiffering(passcode !== again);
    if (passcode === again) void attempt(() => onChosen(passcode));
  };
  const differing = { title: `The two ${word}s differ.`, detail: 'Type the same one twice.' };
  const field = { name: 'new-passcode', autoComplete: 'new-password' };
  return (
    <Stack component="form" onSubmit={submit} sx={{ gap: 2 }} aria-label={`Choose a ${word}`}>
      <PasswordField label={`New ${word}`} isFocused value={passcode} onChange={setPasscode} {...field} />
      <PasswordField label={`Repeat the ${word}`} value={again} onChange={setAgain} {...field} />
      <Typography variant="body2" color="textSecondary">
        Six digits or letters at least. It stays on this device and protects your{' '}
        {word === 'PIN' ? 'soft token' : 'key'}; nobody can tell you what it was.
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
