import Dns from '@mui/icons-material/DnsOutlined';
import VpnKey from '@mui/icons-material/VpnKeyOutlined';
import Password from '@mui/icons-material/Password';
import QrCodeScanner from '@mui/icons-material/QrCodeScanner';
import Restore from '@mui/icons-material/Restore';
import Button from '@mui/material/Button';
import Collapse from '@mui/material/Collapse';
import Stack from '@mui/material/Stack';
import { useState } from 'react';
import { Link } from 'react-router';
import { isServerBuiltIn } from '../installation/home-server.ts';

/** The ways in which an ID (guide 001), transferred tokens (guide 002) and soft tokens (guide 003) come to this device. */
export function ArrivalChoices() {
  const [isMore, setMore] = useState(false);
  return (
    <Stack sx={{ gap: 1.25 }}>
      <Button component={Link} to="/restore" variant="outlined" size="large" startIcon={<Restore />}>
        Restore old ID
      </Button>
      <Button component={Link} to="/pair" variant="outlined" size="large" startIcon={<QrCodeScanner />}>
        Start QR code pairing
      </Button>
      <Button component={Link} to="/activate" variant="outlined" size="large" startIcon={<Password />}>
        I have an activation code
      </Button>
      <Button component={Link} to="/recreate" variant="outlined" size="large" startIcon={<VpnKey />}>
        Add a soft token by hand
      </Button>
      {!isServerBuiltIn && (
        <>
          <Button size="large" aria-expanded={isMore} onClick={() => setMore(!isMore)}>
            {isMore ? 'Less' : 'More'}
          </Button>
          <Collapse in={isMore} unmountOnExit>
            <Button
              component={Link}
              to="/other-server"
              variant="outlined"
              size="large"
              fullWidth
              startIcon={<Dns />}
              sx={{ px: 1, fontSize: '0.9375rem' }}
            >
              Restore identity on other server
            </Button>
          </Collapse>
        </>
      )}
    </Stack>
  );
}
