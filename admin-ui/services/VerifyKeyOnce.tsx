import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { Code } from '../display/Code.tsx';
import { CopyButton } from '../display/CopyButton.tsx';

interface VerifyKeyOnceProps {
  service: string;
  verifyKey: string;
  onClose: () => void;
}

export function VerifyKeyOnce({ service, verifyKey, onClose }: VerifyKeyOnceProps) {
  return (
    <>
      <DialogTitle id="service-title">Key of {service}</DialogTitle>
      <DialogContent>
        <Alert severity="warning" sx={{ mb: 2 }}>
          This key is shown now and never again. Store it where the service keeps its secrets.
        </Alert>
        <Box
          data-testid="verify-key"
          sx={{ p: 1.5, border: 1, borderColor: 'divider', borderRadius: 1, bgcolor: 'action.hover', mb: 1.5 }}
        >
          <Code breaks>{verifyKey}</Code>
        </Box>
        <CopyButton text={verifyKey} label="Copy key" />
      </DialogContent>
      <DialogActions>
        <Button variant="contained" onClick={onClose}>
          I have stored it
        </Button>
      </DialogActions>
    </>
  );
}
