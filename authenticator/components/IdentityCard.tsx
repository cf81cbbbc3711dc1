import FingerprintOutlined from '@mui/icons-material/FingerprintOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link } from 'react-router';
import { useInstallation } from '../installation/installation.ts';
import { standingOf } from '../text/standing.ts';
import { IdentityElsewhere } from './IdentityElsewhere.tsx';
import { NoIdentity } from './NoIdentity.tsx';

/** The ID of this account: on this device, elsewhere, or not there yet. */
export function IdentityCard() {
  const { state, hasLooked } = useInstallation();
  const { identity, heldIdentity } = state;
  if (heldIdentity?.key != null) return <IdentityHere name={heldIdentity.name} standing={standingOf(identity)} />;
  if (identity !== null) return <IdentityElsewhere identity={identity} wasErased={heldIdentity !== null} />;
  return hasLooked ? <NoIdentity /> : null;
}

function IdentityHere({ name, standing }: { name: string; standing: string }) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <Card
      component="section"
      aria-label={`Your ID ${name}`}
      data-testid="identity"
      variant="elevation"
      elevation={0}
      sx={{ bgcolor: 'primary.main', color: 'primary.contrastText', px: 2.5, py: 2 }}
    >
      <Stack direction="row" sx={{ alignItems: 'center', gap: 1.75 }}>
        <FingerprintOutlined
          aria-hidden
          sx={[{ fontSize: 40, color: 'secondary.main' }, (theme) => theme.applyStyles('dark', { color: 'inherit' })]}
        />
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography variant="body2" sx={{ opacity: 0.85 }}>
            Your ID
          </Typography>
          <Typography variant="h2" sx={{ fontSize: '1.35rem', overflowWrap: 'anywhere' }} data-testid="identity-name">
            {name}
          </Typography>
        </Box>
        <Button
          color="inherit"
          variant="outlined"
          aria-haspopup="menu"
          aria-label={`Edit your ID ${name}`}
          onClick={(event) => setAnchor(event.currentTarget)}
        >
          Edit
        </Button>
      </Stack>
      <Typography variant="body2" sx={{ mt: 1.25, opacity: 0.9 }} data-testid="identity-standing">
        {standing}
      </Typography>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        <MenuItem component={Link} to="/identity/restoration">
          Restoration settings
        </MenuItem>
        <MenuItem component={Link} to="/identity/devices">
          Devices
        </MenuItem>
      </Menu>
    </Card>
  );
}
