import ArrowBack from '@mui/icons-material/ArrowBack';
import IconButton from '@mui/material/IconButton';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { Link } from 'react-router';

export function BackBar({ title, to }: { title: string; to: string }) {
  return (
    <Stack
      component="header"
      direction="row"
      sx={{ alignItems: 'center', gap: 1, pt: 1.5, pb: 1, ml: -1.25, displayPrint: 'none' }}
    >
      <IconButton component={Link} to={to} aria-label="Back">
        <ArrowBack />
      </IconButton>
      <Typography variant="h1" sx={{ fontSize: '1.35rem' }}>
        {title}
      </Typography>
    </Stack>
  );
}
