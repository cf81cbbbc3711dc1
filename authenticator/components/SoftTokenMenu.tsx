import MoreVert from '@mui/icons-material/MoreVert';
import IconButton from '@mui/material/IconButton';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import type { SoftToken } from '../../device-sdk/soft-token-state.ts';
import { useInstallation } from '../installation/installation.ts';
import { RemoveSoftTokenDialog } from './RemoveSoftTokenDialog.tsx';

export function SoftTokenMenu({ token, isOpen }: { token: SoftToken; isOpen: boolean }) {
  const { act } = useInstallation();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [isLeaving, setLeaving] = useState(false);
  const choose = (deed: () => void) => () => {
    setAnchor(null);
    deed();
  };
  const lock = () =>
    act((device) => {
      device.softTokens.lock(token.serial);
      return Promise.resolve();
    });
  return (
    <>
      <IconButton
        aria-label={`More about the soft token ${token.serial}`}
        aria-haspopup="menu"
        sx={{ mt: -0.75 }}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <MoreVert />
      </IconButton>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {isOpen && <MenuItem onClick={choose(() => void lock())}>Lock</MenuItem>}
        <MenuItem onClick={choose(() => setLeaving(true))}>Remove</MenuItem>
      </Menu>
      <RemoveSoftTokenDialog token={token} isOpen={isLeaving} onClose={() => setLeaving(false)} />
    </>
  );
}
