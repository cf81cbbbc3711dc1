import ChevronRight from '@mui/icons-material/ChevronRight';
import Card from '@mui/material/Card';
import CardActionArea from '@mui/material/CardActionArea';
import Typography from '@mui/material/Typography';
import { Link } from 'react-router';
import type { Waiting } from '../../contracts/devices.ts';
import { countOf } from '../text/trouble.ts';

export function WaitingBanner({ waiting }: { waiting: Waiting[] }) {
  const count = waiting.flatMap(({ tokens }) => tokens).length;
  return (
    <Card variant="elevation" elevation={0} sx={{ bgcolor: 'secondary.main', color: 'secondary.contrastText' }}>
      <CardActionArea
        component={Link}
        to="/add"
        data-testid="waiting-banner"
        sx={{ display: 'flex', justifyContent: 'space-between', px: 2, py: 1.75 }}
      >
        <Typography sx={{ fontWeight: 600 }}>
          {countOf(count, 'token')} {count === 1 ? 'waits' : 'wait'} for this device
        </Typography>
        <ChevronRight />
      </CardActionArea>
    </Card>
  );
}
