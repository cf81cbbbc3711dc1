import Add from '@mui/icons-material/Add';
import Badge from '@mui/material/Badge';
import IconButton from '@mui/material/IconButton';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { Link } from 'react-router';
import { useInstallation } from '../installation/installation.ts';
import { countOf } from '../text/trouble.ts';
import { AccountMenu } from './AccountMenu.tsx';
import { Mark } from './Mark.tsx';

export function HomeBar({ onBringBack }: { onBringBack: () => void }) {
  const { waiting } = useInstallation();
  const count = waiting.flatMap(({ tokens }) => tokens).length;
  const label = count === 0 ? 'Add a token or an ID' : `Add a token or an ID: ${countOf(count, 'token')} waiting`;
  return (
    <Stack component="header" direction="row" sx={{ alignItems: 'center', gap: 0.5, pt: 2, pb: 1.5 }}>
      <Mark color="primary" sx={{ fontSize: 30, ml: -0.75 }} />
      <Typography variant="h1" sx={{ flex: 1, fontSize: '1.35rem' }}>
        Latchkey
      </Typography>
      <AccountMenu onBringBack={onBringBack} />
      <Badge badgeContent={count} color="secondary" overlap="circular">
        <IconButton
          component={Link}
          to="/add"
          aria-label={label}
          sx={{
            bgcolor: 'primary.main',
            color: 'primary.contrastText',
            '&:hover': { bgcolor: 'primary.dark' },
            ml: 0.5,
          }}
        >
          <Add />
        </IconButton>
      </Badge>
    </Stack>
  );
}
