import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { useDeed } from '../installation/use-deed.ts';
import { PasswordField } from './PasswordField.tsx';
import { TroubleAlert } from './TroubleAlert.tsx';

interface Props {
  /** What is asked for. */
  word?: 'Passcode' | 'PIN';
  /** What the button says. */
  label: string;
  colour?: 'primary' | 'error';
  isDisabled?: boolean;
  isFocused?: boolean;
  onPasscode: (passcode: string) => Promise<void>;
  /** Further buttons, below. */
  children?: ReactNode;
}

/** Access protection: each use of the key asks for the passcode, which is kept nowhere. */
export function PasscodeForm({
  word = 'Passcode',
  label,
  colour = 'primary',
  isDisabled = false,
  isFocused,
  onPasscode,
  children,
}: Props) {
  const [passcode, setPasscode] = useState('');
  const { isBusy, trouble, attempt } = useDeed();
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setPasscode('');
    void attempt(() => onPasscode(passcode));
  };
  return (
    <Stack component="form" onSubmit={submit} sx={{ gap: 2 }} aria-label={label} data-testid="passcode-form">
      <PasswordField
        label={word}
        name="passcode"
        autoComplete="off"
        isFocused={isFocused}
        value={passcode}
        onChange={setPasscode}
      />
      <TroubleAlert trouble={trouble} />
      <Button
        type="submit"
        variant="contained"
        color={colour}
        size="large"
        loading={isBusy}
        disabled={isDisabled || passcode === ''}
      >
        {label}
      </Button>
      {children}
    </Stack>
  );
}
