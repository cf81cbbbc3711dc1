import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import { useInstallation } from '../installation/installation.ts';
import { useDeed } from '../installation/use-deed.ts';
import { countOf } from '../text/trouble.ts';
import { TroubleAlert } from './TroubleAlert.tsx';

export function SignOutDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { state, act } = useInstallation();
  const { isBusy, trouble, attempt } = useDeed();
  const { tokens, softTokens } = state;
  return (
    <Dialog open={isOpen} onClose={onClose} aria-labelledby="sign-out-title">
      <DialogTitle id="sign-out-title">Sign out?</DialogTitle>
      <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
        <DialogContentText>
          {tokens.length === 0
            ? 'This device is removed from your account.'
            : `${countOf(tokens.length, 'token')} on this device will stop working. To keep using ${tokens.length === 1 ? 'it' : 'them'} elsewhere, choose MIGRATE in the portal first.`}
        </DialogContentText>
        {softTokens.length > 0 && (
          <DialogContentText>
            {countOf(softTokens.length, 'soft token')} made by hand {softTokens.length === 1 ? 'stays' : 'stay'} here,
            behind {softTokens.length === 1 ? 'its' : 'their'} PIN. Remove {softTokens.length === 1 ? 'it' : 'them'}{' '}
            before you give this device away.
          </DialogContentText>
        )}
        <TroubleAlert trouble={trouble} />
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2 }}>
        <Button onClick={onClose} disabled={isBusy}>
          Stay
        </Button>
        <Button
          color="error"
          variant="contained"
          loading={isBusy}
          onClick={() => void attempt(() => act((device) => device.signOut()))}
        >
          Sign out
        </Button>
      </DialogActions>
    </Dialog>
  );
}
