import AccountCircleOutlined from '@mui/icons-material/AccountCircleOutlined';
import Box from '@mui/material/Box';
import Divider from '@mui/material/Divider';
import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link } from 'react-router';
import { useInstallation } from '../installation/installation.ts';
import { SignOutDialog } from './SignOutDialog.tsx';

/** Whose app this is, what this device is called, and the way out. */
export function AccountMenu({ onBringBack }: { onBringBack: () => void }) {
  const { state } = useInstallation();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [isLeaving, setLeaving] = useState(false);
  const { account, knownDevices } = state;
  const choose = (deed: () => void) => () => {
    setAnchor(null);
    deed();
  };
  return (
    <>
      <IconButton
        aria-label="Account and device"
        aria-haspopup="menu"
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <AccountCircleOutlined />
      </IconButton>
      <Menu
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        slotProps={{ paper: { sx: { minWidth: 260, maxWidth: 340 } } }}
      >
        <Box component="li" role="none" sx={{ px: 2, py: 1 }} data-testid="account">
          <Typography sx={{ fontWeight: 650, overflowWrap: 'anywhere' }}>{account?.userName}</Typography>
          <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
            {account?.email}
          </Typography>
          <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
            This device: {account?.device.model}
          </Typography>
          <Typography variant="body2" color="textSecondary">
            ID {account?.device.shortId}
          </Typography>
        </Box>
        <Divider component="li" />
        <MenuItem component={Link} to="/info" onClick={choose(() => undefined)}>
          Info
        </MenuItem>
        {knownDevices.length > 0 && (
          <MenuItem onClick={choose(onBringBack)}>Bring tokens of another device back</MenuItem>
        )}
        <MenuItem onClick={choose(() => setLeaving(true))}>Sign out</MenuItem>
      </Menu>
      <SignOutDialog isOpen={isLeaving} onClose={() => setLeaving(false)} />
    </>
  );
}
