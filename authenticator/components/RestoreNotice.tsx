import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';

/** A restore that was put off goes on where it stood. */
export function RestoreNotice({ onContinue }: { onContinue: () => void }) {
  return (
    <Alert
      severity="info"
      role="status"
      data-testid="restore-under-way"
      action={
        <Button color="inherit" size="small" onClick={onContinue}>
          Continue
        </Button>
      }
    >
      Your ID is on its way to this device.
    </Alert>
  );
}
