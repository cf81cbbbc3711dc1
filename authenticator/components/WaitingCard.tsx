import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Chip from '@mui/material/Chip';
import Typography from '@mui/material/Typography';
import { useNavigate } from 'react-router';
import type { Waiting } from '../../contracts/devices.ts';
import type { RecoveryKind } from '../../domain/words.ts';
import { fixedWidth } from '../appearance/theme.ts';
import { useInstallation } from '../installation/installation.ts';
import { useDeed } from '../installation/use-deed.ts';
import { momentOf } from '../text/moments.ts';
import { TroubleAlert } from './TroubleAlert.tsx';

const kinds = {
  enrolment: 'New token',
  migration: 'Moves here',
  reload: 'Comes back',
  restore: 'Comes back',
  duplication: 'Comes here as well',
  transfer: 'Moves here',
  recreation: 'Made anew',
} as const satisfies Record<RecoveryKind, string>;

export function WaitingCard({ waiting }: { waiting: Waiting }) {
  const { act, announce, sync } = useInstallation();
  const { isBusy, trouble, attempt } = useDeed();
  const navigate = useNavigate();
  const names = waiting.tokens.map(({ service }) => service.name).join(', ');
  const done = () =>
    attempt(async () => {
      await act((device) => device.claim(waiting));
      announce(`${names} is on this device now.`);
      await navigate('/');
      await sync();
    });
  return (
    <Card component="section" aria-label={names} data-testid="waiting" data-recovery={waiting.recovery} sx={{ p: 2.5 }}>
      <Chip label={kinds[waiting.kind]} size="small" color="secondary" sx={{ mb: 1.25 }} />
      {waiting.tokens.map((token) => (
        <Box key={token.id} sx={{ mb: 1 }}>
          <Typography variant="h2" sx={{ overflowWrap: 'anywhere' }}>
            {token.service.name}
          </Typography>
          <Typography variant="body2" color="textSecondary" sx={{ fontFamily: fixedWidth }}>
            {token.serial}
          </Typography>
        </Box>
      ))}
      <Typography variant="body2" color="textSecondary" sx={{ mb: 2 }}>
        Waits until {momentOf(waiting.until)}
      </Typography>
      <TroubleAlert trouble={trouble} />
      <Button
        fullWidth
        variant="contained"
        size="large"
        loading={isBusy}
        sx={{ mt: trouble === undefined ? 0 : 2 }}
        aria-label={`Done: ${names}`}
        onClick={() => void done()}
      >
        Done
      </Button>
    </Card>
  );
}
