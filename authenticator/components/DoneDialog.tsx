import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import { useId, useState } from 'react';
import { useDeed } from '../installation/use-deed.ts';
import { TroubleAlert } from './TroubleAlert.tsx';

interface Props {
  isOpen: boolean;
  onKeep: () => Promise<void>;
  onDiscard: () => Promise<void>;
  onClose: () => void;
}

/** Step 19: *Done* asks; *Yes* keeps the soft token, and whoever insists on leaving without it is warned first. */
export function DoneDialog({ isOpen, onKeep, onDiscard, onClose }: Props) {
  const id = useId();
  const [isInsisting, insist] = useState(false);
  const { isBusy, trouble, attempt } = useDeed();
  const close = () => {
    insist(false);
    onClose();
  };
  const title = isInsisting ? 'Discard the registration code?' : 'Has the portal said that your token is active?';
  const text = isInsisting
    ? 'It is worth nothing any more then, and this device forgets the soft token. You start over in the portal, for a new serial number and activation code.'
    : 'Then this device keeps the soft token, and the registration code is not shown again.';
  return (
    <Dialog open={isOpen} onClose={close} fullWidth maxWidth="xs" aria-labelledby={id} data-testid="done-dialog">
      <DialogTitle id={id}>{title}</DialogTitle>
      <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 2.5 }}>
        <DialogContentText>{text}</DialogContentText>
        <TroubleAlert trouble={trouble} />
        {isInsisting ? (
          <Stack sx={{ gap: 1 }}>
            <Button variant="contained" size="large" disabled={isBusy} onClick={close}>
              No, show it again
            </Button>
            <Button color="error" size="large" loading={isBusy} onClick={() => void attempt(onDiscard)}>
              Discard it
            </Button>
          </Stack>
        ) : (
          <Stack sx={{ gap: 1 }}>
            <Button variant="contained" size="large" loading={isBusy} onClick={() => void attempt(onKeep)}>
              Yes, keep it
            </Button>
            <Button variant="outlined" size="large" disabled={isBusy} onClick={close}>
              No, go back
            </Button>
            <Button color="error" disabled={isBusy} onClick={() => insist(true)}>
              Leave without it
            </Button>
          </Stack>
        )}
      </DialogContent>
    </Dialog>
  );
}
