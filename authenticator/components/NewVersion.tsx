import Button from '@mui/material/Button';
import Snackbar from '@mui/material/Snackbar';
import { useRegisterSW } from 'virtual:pwa-register/react';

/** Makes the app start without a network, and asks before it changes under somebody's fingers. */
export function NewVersion() {
  const {
    needRefresh: [isReady],
    updateServiceWorker,
  } = useRegisterSW({ immediate: true });
  return (
    <Snackbar
      open={isReady}
      message="A new version is ready."
      action={
        <Button color="secondary" size="small" onClick={() => void updateServiceWorker(true)}>
          Reload
        </Button>
      }
    />
  );
}
