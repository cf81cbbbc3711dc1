import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import type { HeldToken } from '../../device-sdk/state.ts';
import { countOf } from '../text/trouble.ts';

interface Props {
  isOpen: boolean;
  tokens: HeldToken[];
  onOk: () => void;
  onClose: () => void;
}

export function AcknowledgeDialog({ isOpen, tokens, onOk, onClose }: Props) {
  const names = tokens.map(({ service, serial }) => `${service.name} (${serial})`);
  return (
    <Dialog open={isOpen} onClose={onClose} aria-labelledby="acknowledge-title">
      <DialogTitle id="acknowledge-title">Transfer {countOf(tokens.length, 'token')}?</DialogTitle>
      <DialogContent>
        <DialogContentText component="ul" sx={{ mt: 0, mb: 2, pl: 2.5, overflowWrap: 'anywhere' }}>
          {names.map((name) => (
            <li key={name}>{name}</li>
          ))}
        </DialogContentText>
        <DialogContentText>
          We mail an activation to the address of your account. The device that uses it gets these tokens; from that
          moment on this device is refused.
        </DialogContentText>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>Cancel</Button>
        <Button variant="contained" onClick={onOk}>
          OK
        </Button>
      </DialogActions>
    </Dialog>
  );
}
