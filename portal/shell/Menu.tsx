import DevicesIcon from '@mui/icons-material/Devices';
import HistoryIcon from '@mui/icons-material/History';
import LogoutIcon from '@mui/icons-material/Logout';
import PersonIcon from '@mui/icons-material/PersonOutlined';
import ShieldIcon from '@mui/icons-material/ShieldOutlined';
import { Box, Divider, List, ListItemButton, ListItemIcon, ListItemText, Stack, Typography } from '@mui/material';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { NavLink, useNavigate } from 'react-router';
import { Problem } from '../page/Problem.tsx';
import type { Arrival } from '../sign-in/arrival.ts';
import { signOut } from '../sign-in/authentication.ts';
import { Brand } from './Brand.tsx';

const places = [
  { to: '/profile', label: 'Profile', icon: <PersonIcon /> },
  { to: '/strong-authentication', label: 'Strong Authentication', icon: <ShieldIcon /> },
  { to: '/devices', label: 'Devices', icon: <DevicesIcon /> },
  { to: '/recoveries', label: 'Recoveries', icon: <HistoryIcon /> },
];

const itemSx = {
  borderRadius: 1,
  mb: 0.5,
  '&.active': {
    bgcolor: 'primary.main',
    color: 'primary.contrastText',
    '& .MuiListItemIcon-root': { color: 'inherit' },
    '&:hover': { bgcolor: 'primary.dark' },
  },
};

export function Menu({ name, width, onChosen }: { name: string; width: number; onChosen: () => void }) {
  const leave = useSignOut();
  return (
    <Stack sx={{ width, height: '100%', p: 2 }}>
      <Box sx={{ px: 1, pt: 1, pb: 3 }}>
        <Brand />
      </Box>
      <List component="nav" aria-label="Main" disablePadding sx={{ flexGrow: 1 }}>
        {places.map(({ to, label, icon }) => (
          <ListItemButton key={to} component={NavLink} to={to} onClick={onChosen} sx={itemSx}>
            <ListItemIcon sx={{ minWidth: 40 }}>{icon}</ListItemIcon>
            <ListItemText primary={label} />
          </ListItemButton>
        ))}
      </List>
      <Divider sx={{ my: 2 }} />
      <Typography variant="body2" noWrap sx={{ color: 'text.secondary', px: 2, pb: 1 }}>
        Signed in as {name}
      </Typography>
      {leave.error !== null && <Problem error={leave.error} />}
      <ListItemButton
        component="button"
        disabled={leave.isPending}
        onClick={() => {
          leave.mutate();
        }}
        sx={{ ...itemSx, flexGrow: 0 }}
      >
        <ListItemIcon sx={{ minWidth: 40 }}>
          <LogoutIcon />
        </ListItemIcon>
        <ListItemText primary="Sign out" />
      </ListItemButton>
    </Stack>
  );
}

function useSignOut() {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: signOut,
    onSuccess: async () => {
      await navigate('/sign-in', { replace: true, state: { reason: 'signed-out' } satisfies Arrival });
      client.clear();
    },
  });
}
