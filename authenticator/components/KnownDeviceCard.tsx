import Smartphone from '@mui/icons-material/Smartphone';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { KnownDevice } from '../../contracts/devices.ts';
import { momentOf } from '../text/moments.ts';
import { countOf } from '../text/trouble.ts';

export function KnownDeviceCard({ known, onChoose }: { known: KnownDevice; onChoose: () => void }) {
  const name = `${known.model} (ID ${known.shortId})`;
  return (
    <Card component="section" aria-label={name} data-testid="known-device" sx={{ p: 2 }}>
      <Stack direction="row" sx={{ gap: 1.5, mb: 2 }}>
        <Smartphone color="primary" sx={{ mt: 0.25 }} />
        <Box sx={{ minWidth: 0 }}>
          <Typography variant="h2" sx={{ overflowWrap: 'anywhere' }}>
            {known.model}
          </Typography>
          <Typography variant="body2" color="textSecondary">
            ID {known.shortId} · {countOf(known.tokens, 'token')}
          </Typography>
          <Typography variant="body2" color="textSecondary">
            Last used {momentOf(known.lastSeenAt)}
          </Typography>
        </Box>
      </Stack>
      <Button fullWidth variant="outlined" onClick={onChoose} aria-label={`Yes, this is that device: ${name}`}>
        Yes, this is that device
      </Button>
    </Card>
  );
}
