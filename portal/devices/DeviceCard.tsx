import SmartphoneIcon from '@mui/icons-material/Smartphone';
import { Avatar, Box, Button, Card, Stack, Typography } from '@mui/material';
import { useId, type ReactNode } from 'react';
import type { IdentityDevice } from '../../contracts/identities.ts';
import { When } from '../page/When.tsx';

interface DeviceCardProps {
  device: IdentityDevice;
  onUnpair: (device: IdentityDevice) => void;
}

/** The deed comes last, except to the eye on wide screens. */
const layout = {
  display: 'grid',
  gap: 2.5,
  gridTemplateAreas: { xs: '"head" "facts" "deed"', sm: '"head deed" "facts facts"' },
  gridTemplateColumns: { sm: '1fr auto' },
  alignItems: 'start',
};

export function DeviceCard({ device, onUnpair }: DeviceCardProps) {
  const nameId = useId();
  return (
    <Card component="li" aria-labelledby={nameId} sx={{ p: { xs: 2, sm: 3 }, ...layout }}>
      <Stack direction="row" spacing={2} sx={{ gridArea: 'head', alignItems: 'center', minWidth: 0 }}>
        <Avatar variant="rounded" sx={{ bgcolor: 'primary.main', color: 'primary.contrastText' }}>
          <SmartphoneIcon />
        </Avatar>
        <Box sx={{ minWidth: 0 }}>
          <Typography id={nameId} variant="h3" component="h2" sx={{ overflowWrap: 'anywhere' }}>
            {device.model}
          </Typography>
          <Typography sx={{ color: 'text.secondary' }}>ID {device.shortId}</Typography>
        </Box>
      </Stack>
      <DeviceFacts device={device} />
      <Button
        variant="outlined"
        color="error"
        aria-describedby={nameId}
        onClick={() => {
          onUnpair(device);
        }}
        sx={{ gridArea: 'deed', justifySelf: 'start' }}
      >
        UNPAIR
      </Button>
    </Card>
  );
}

function DeviceFacts({ device }: { device: IdentityDevice }) {
  return (
    <Box
      component="dl"
      sx={{
        gridArea: 'facts',
        m: 0,
        display: 'grid',
        gap: 2,
        gridTemplateColumns: { sm: '1fr 1fr', lg: '1fr 1fr 1fr auto' },
      }}
    >
      <Fact name="Paired">
        <When at={device.pairedAt} />
      </Fact>
      <Fact name="Last sign-in">{device.lastUsedAt === null ? 'None so far' : <When at={device.lastUsedAt} />}</Fact>
      <Fact name="Last seen">
        <When at={device.lastSeenAt} />
      </Fact>
      <Fact name="Last place">{device.lastAddress}</Fact>
    </Box>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <Typography component="dt" variant="body2" sx={{ color: 'text.secondary' }}>
        {name}
      </Typography>
      <Typography component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>
        {children}
      </Typography>
    </div>
  );
}
