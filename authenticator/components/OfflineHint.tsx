import CloudOffOutlined from '@mui/icons-material/CloudOffOutlined';
import Alert from '@mui/material/Alert';

export function OfflineHint() {
  return (
    <Alert severity="info" icon={<CloudOffOutlined fontSize="inherit" />} role="status" data-testid="offline">
      No connection to the server. Your codes work all the same.
    </Alert>
  );
}
