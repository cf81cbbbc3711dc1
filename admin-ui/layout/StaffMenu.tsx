import LogoutIcon from '@mui/icons-material/Logout';
import ShieldOutlinedIcon from '@mui/icons-material/ShieldOutlined';
import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import ListItemIcon from '@mui/material/ListItemIcon';
import ListItemText from '@mui/material/ListItemText';
import MenuItem from '@mui/material/MenuItem';
import { useGetIdentity, useLogout, UserMenu, useUserMenu } from 'react-admin';
import { Link } from 'react-router';
import type { StaffMember } from '../../contracts/accounts.ts';
import { roleWords } from '../display/role-words.ts';

function SecurityItem() {
  const menu = useUserMenu();
  return (
    <MenuItem component={Link} to="/security" onClick={menu?.onClose}>
      <ListItemIcon>
        <ShieldOutlinedIcon fontSize="small" />
      </ListItemIcon>
      <ListItemText>Security</ListItemText>
    </MenuItem>
  );
}

function SignOutItem() {
  const signOut = useLogout();
  return (
    <MenuItem
      onClick={() => {
        void signOut();
      }}
    >
      <ListItemIcon>
        <LogoutIcon fontSize="small" />
      </ListItemIcon>
      <ListItemText>Sign out</ListItemText>
    </MenuItem>
  );
}

/** Who is signed in and as what, with the way out. */
export function StaffMenu() {
  const { identity } = useGetIdentity();
  const member = identity as (StaffMember & { id: string }) | undefined;
  return (
    <Box sx={{ display: 'flex', alignItems: 'center' }}>
      <UserMenu>
        <SecurityItem />
        <SignOutItem />
      </UserMenu>
      {member && (
        <Chip
          size="small"
          label={roleWords[member.role]}
          data-testid="role"
          sx={{ ml: 0.5, mr: 1, bgcolor: 'rgba(255,255,255,0.16)', color: '#fff' }}
        />
      )}
    </Box>
  );
}
