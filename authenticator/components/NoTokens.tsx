import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { Link } from 'react-router';
import { EmptyRing } from './EmptyRing.tsx';

export function NoTokens() {
  return (
    <Stack sx={{ flex: 1, alignItems: 'center', justifyContent: 'center', textAlign: 'center', gap: 1.5, pb: 6 }}>
      <EmptyRing />
      <Typography variant="h2">No tokens here yet</Typography>
      <Typography color="textSecondary" sx={{ maxWidth: 320, mb: 1 }}>
        When a token waits for this device, tap + and then Done, and it appears here.
      </Typography>
      <Button component={Link} to="/add" variant="contained" size="large">
        See what waits
      </Button>
    </Stack>
  );
}
