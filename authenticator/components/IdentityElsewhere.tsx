import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { Link } from 'react-router';
import type { Identity } from '../../contracts/identities.ts';

/** The account has an ID, and this device no key of it. */
export function IdentityElsewhere({ identity, wasErased }: { identity: Identity; wasErased: boolean }) {
  return (
    <Card component="section" aria-label={`Your ID ${identity.name}`} data-testid="identity-elsewhere" sx={{ p: 2.5 }}>
      <Typography variant="h2" sx={{ mb: 0.75, overflowWrap: 'anywhere' }}>
        Your ID {identity.name} is not on this device
      </Typography>
      <Typography color="textSecondary" sx={{ mb: 2 }}>
        {wasErased
          ? 'Its key was erased here after too many wrong passcodes. Restore it with your restore code, or from another device.'
          : 'Bring it here with your restore code, or by the QR code of a device that has it.'}
      </Typography>
      <Stack sx={{ gap: 1 }}>
        <Button component={Link} to="/restore" variant="contained">
          Restore old ID
        </Button>
        <Button component={Link} to="/pair" variant="outlined">
          Start QR code pairing
        </Button>
      </Stack>
    </Card>
  );
}
