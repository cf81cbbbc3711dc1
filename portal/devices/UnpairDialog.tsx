import {
  Alert,
  AlertTitle,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  Stack,
  Typography,
} from '@mui/material';
import { useId, useState } from 'react';
import type { IdentityDevice } from '../../contracts/identities.ts';
import { Problem } from '../page/Problem.tsx';
import { isRefused } from '../query-client.ts';
import { spellDevice } from '../recoveries/wording.ts';
import { PasswordField } from '../sign-in/PasswordField.tsx';
import { useUnpair } from './use-devices.ts';

interface UnpairDialogProps {
  device: IdentityDevice;
  onUnpaired: () => void;
  onClose: () => void;
}

export function UnpairDialog({ device, onUnpaired, onClose }: UnpairDialogProps) {
  const [password, setPassword] = useState('');
  const { unpair, isWarned } = useWarned(device, onUnpaired);
  const titleId = useId();
  const isWrong = isRefused(unpair.error, 'verification-failed');
  const isToldAlready = isWrong || isRefused(unpair.error, 'last-device');
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{isWarned ? 'Unpair your last device?' : 'Unpair this device?'}</DialogTitle>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          unpair.mutate({ password, confirmLast: isWarned });
        }}
      >
        <DialogContent sx={{ pt: 0 }}>
          <Stack spacing={2.5}>
            <Typography>
              Your identity stops working on <strong>{spellDevice(device)}</strong> at once, also while that is offline.
              It comes back there only by a restore or by pairing.
            </Typography>
            {isWarned && <LastDeviceWarning />}
            {isWrong && <Alert severity="error">That is not your password. Nothing has been unpaired.</Alert>}
            {unpair.error !== null && !isToldAlready && <Problem error={unpair.error} />}
            <PasswordField
              label="Your password"
              autoComplete="current-password"
              autoFocus
              value={password}
              onChange={setPassword}
              hint="The one of this portal, to show that it is you."
              isWrong={isWrong}
            />
          </Stack>
        </DialogContent>
        <DialogActions sx={{ p: 2.5, pt: 1 }}>
          <Button onClick={onClose}>Keep it paired</Button>
          <Button type="submit" loading={unpair.isPending} color="error" variant="contained">
            {isWarned ? 'UNPAIR THE LAST ONE' : 'UNPAIR'}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

/** Whether a device is the last one the server alone knows: meanwhile another may have come, or gone. */
function useWarned(device: IdentityDevice, onUnpaired: () => void) {
  const unpair = useUnpair(device, onUnpaired);
  const [isWarned, setWarned] = useState(false);
  if (!isWarned && isRefused(unpair.error, 'last-device')) setWarned(true);
  return { unpair, isWarned };
}

function LastDeviceWarning() {
  return (
    <Alert severity="warning" role="alert">
      <AlertTitle>This is the last device of your identity.</AlertTitle>
      Nobody can sign in with it then, and only your restore code brings it back. Nothing has been unpaired yet: make
      sure that you have the code, then confirm.
    </Alert>
  );
}
