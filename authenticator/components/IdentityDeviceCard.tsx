import Smartphone from '@mui/icons-material/Smartphone';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Chip from '@mui/material/Chip';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { IdentityDevice } from '../../contracts/identities.ts';
import { momentOf } from '../text/moments.ts';

export function IdentityDeviceCard({ device, onUnpair }: { device: IdentityDevice; onUnpair: () => void }) {
  const name = `${device.model} (ID ${device.shortId})`;
  const used = device.lastUsedAt === null ? 'No sign-in approved yet' : `Last sign-in ${momentOf(device.lastUsedAt)}`;
  return (
    <Card component="section" aria-label={name} data-testid="identity-device" data-device={device.id} sx={{ p: 2 }}>
      <Stack direction="row" sx={{ gap: 1.5 }}>
        <Smartphone color="primary" sx={{ mt: 0.25 }} aria-hidden />
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
            <Typography variant="h2" sx={{ overflowWrap: 'anywhere' }}>
              {device.model}
            </Typography>
            {device.isThisDevice && <Chip label="this device" size="small" color="primary" />}
          </Stack>
          <Typography variant="body2" color="textSecondary">
            ID {device.shortId} · paired {momentOf(device.pairedAt)}
          </Typography>
          <Typography variant="body2" color="textSecondary">
            {used}
          </Typography>
          <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
            Last seen {momentOf(device.lastSeenAt)}, from {device.lastAddress}
          </Typography>
        </Box>
      </Stack>
      <Button color="error" onClick={onUnpair} aria-label={`Unpair ${name}`} sx={{ mt: 1, ml: 3.5 }}>
        Unpair
      </Button>
    </Card>
  );
}
