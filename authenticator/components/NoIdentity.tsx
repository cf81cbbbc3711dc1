import FingerprintOutlined from '@mui/icons-material/FingerprintOutlined';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { Link } from 'react-router';

export function NoIdentity() {
  return (
    <Card component="section" aria-label="Your ID" data-testid="no-identity" sx={{ p: 2.5 }}>
      <Stack direction="row" sx={{ gap: 1.5, alignItems: 'center', mb: 0.75 }}>
        <FingerprintOutlined color="primary" aria-hidden />
        <Typography variant="h2">Sign in with your own ID</Typography>
      </Stack>
      <Typography color="textSecondary" sx={{ mb: 2 }}>
        Instead of typing codes, approve a sign-in here: pick the number that the service shows, and type your passcode.
      </Typography>
      <Button component={Link} to="/identity/create" variant="contained" fullWidth>
        Create ID
      </Button>
    </Card>
  );
}
