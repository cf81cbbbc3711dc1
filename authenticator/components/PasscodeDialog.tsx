import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import { useId, type ReactNode } from 'react';
import { PasscodeForm } from './PasscodeForm.tsx';

interface Props {
  word?: 'Passcode' | 'PIN';
  title: string;
  label: string;
  colour?: 'primary' | 'error';
  isDisabled?: boolean;
  onPasscode: (passcode: string) => Promise<void>;
  onClose: () => void;
  children?: ReactNode;
}

/** Asks for the passcode before one deed, and says what it will do. */
export function PasscodeDialog({ word, title, label, colour, isDisabled, onPasscode, onClose, children }: Props) {
  const id = useId();
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby={id} data-testid="passcode-dialog">
      <DialogTitle id={id}>{title}</DialogTitle>
      <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 2.5 }}>
        {children !== undefined && <DialogContentText component="div">{children}</DialogContentText>}
        <PasscodeForm
          word={word}
          label={label}
          colour={colour}
          isDisabled={isDisabled}
          isFocused
          onPasscode={onPasscode}
        >
          <Button onClick={onClose}>Close</Button>
        </PasscodeForm>
      </DialogContent>
    </Dialog>
  );
}
