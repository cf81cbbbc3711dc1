import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import { useId } from 'react';
import type { SoftToken } from '../../device-sdk/soft-token-state.ts';
import { useInstallation } from '../installation/installation.ts';
import { useDeed } from '../installation/use-deed.ts';
import { TroubleAlert } from './TroubleAlert.tsx';

interface Props {
  token: SoftToken;
  isOpen: boolean;
  onClose: () => void;
}

export function RemoveSoftTokenDialog({ token, isOpen, onClose }: Props) {
  const { act, announce } = useInstallation();
  const { isBusy, trouble, attempt } = useDeed();
  const id = useId();
  const remove = () =>
    attempt(async () => {
      await act((device) => device.softTokens.remove(token.serial));
      announce('The soft token was removed from this device.');
    });
  return (
    <Dialog open={isOpen} onClose={onClose} aria-labelledby={id}>
      <DialogTitle id={id}>Remove this soft token?</DialogTitle>
      <DialogContent>
        <DialogContentText>
          {token.serial} gives no more codes on this device, and nobody can bring it back. To sign in with a soft token
          again, make a new one in the portal: I have misplaced my token.
        </DialogContentText>
        <TroubleAlert trouble={trouble} />
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button autoFocus disabled={isBusy} onClick={onClose}>
          Keep it
        </Button>
        <Button color="error" variant="contained" loading={isBusy} onClick={() => void remove()}>
          Remove
        </Button>
      </DialogActions>
    </Dialog>
  );
}
