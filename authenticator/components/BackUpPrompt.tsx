import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useInstallation } from '../installation/installation.ts';
import { useDeed } from '../installation/use-deed.ts';
import { TroubleAlert } from './TroubleAlert.tsx';

/** Asked once, with the sixth sign-in (guide 001). */
export function BackUpPrompt() {
  const { act } = useInstallation();
  const navigate = useNavigate();
  const [isShowing, setShowing] = useState(false);
  const { isBusy, trouble, attempt } = useDeed();
  const show = () => {
    setShowing(true);
    void navigate('/identity/restoration');
  };
  const decline = () =>
    attempt(async () => {
      await act((device) => device.identity.declineBackUp());
    });
  return (
    <Dialog open={!isShowing} aria-labelledby="back-up-title" data-testid="back-up-prompt">
      <DialogTitle id="back-up-title">Back up your identity</DialogTitle>
      <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
        <DialogContentText>
          If this device is lost, stolen or broken, a restore code brings your ID to another one. Without it, only
          support can help. It takes a minute to store one.
        </DialogContentText>
        <DialogContentText variant="body2">
          After NOT NOW you are not asked again; you find it under Edit, Restoration settings.
        </DialogContentText>
        <TroubleAlert trouble={trouble} />
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button loading={isBusy} onClick={() => void decline()}>
          NOT NOW
        </Button>
        <Button variant="contained" disabled={isBusy} onClick={show}>
          SHOW
        </Button>
      </DialogActions>
    </Dialog>
  );
}
