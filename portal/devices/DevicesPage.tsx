import { Alert, Box, Card, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import type { IdentityDevice } from '../../contracts/identities.ts';
import { Answer } from '../page/Answer.tsx';
import { Page } from '../page/Page.tsx';
import { spellDevice } from '../recoveries/wording.ts';
import { DeviceCard } from './DeviceCard.tsx';
import { UnpairDialog } from './UnpairDialog.tsx';
import { useDevices } from './use-devices.ts';

/** Guide 001, "Deactivating your ID on a device": where the identity is, and how to take it from a device out of reach. */
export function DevicesPage() {
  const devices = useDevices();
  const [unpairing, setUnpairing] = useState<IdentityDevice>();
  const [news, setNews] = useState<string>();
  const close = () => {
    setUnpairing(undefined);
  };
  return (
    <Page title="Devices" subtitle="Where your identity can be used">
      <Box role="status" sx={{ '&:empty': { display: 'none' } }}>
        {news !== undefined && (
          <Alert
            role="none"
            severity="success"
            onClose={() => {
              setNews(undefined);
            }}
          >
            {news}
          </Alert>
        )}
      </Box>
      <Answer query={devices}>
        {(answer) => (answer.devices.length === 0 ? <NoDevice /> : <DeviceList {...answer} onUnpair={setUnpairing} />)}
      </Answer>
      {unpairing !== undefined && (
        <UnpairDialog
          key={unpairing.id}
          device={unpairing}
          onUnpaired={() => {
            setNews(`Your identity cannot be used on ${spellDevice(unpairing)} any more.`);
            close();
          }}
          onClose={close}
        />
      )}
    </Page>
  );
}

function DeviceList({ devices, onUnpair }: { devices: IdentityDevice[]; onUnpair: (device: IdentityDevice) => void }) {
  return (
    <>
      <Stack component="ul" spacing={2} sx={{ listStyle: 'none', m: 0, p: 0 }} aria-label="Devices">
        {devices.map((device) => (
          <DeviceCard key={device.id} device={device} onUnpair={onUnpair} />
        ))}
      </Stack>
      <Typography sx={{ color: 'text.secondary' }}>
        Lost a device, or do not know one of these? Unpair it: your identity stops working there at once, also while the
        device is offline. To use it on a further device, open the app there.
      </Typography>
    </>
  );
}

function NoDevice() {
  return (
    <Card sx={{ p: 4, textAlign: 'center' }}>
      <Typography>Your identity is on no device.</Typography>
      <Typography sx={{ color: 'text.secondary', mt: 1 }}>
        Open the app to create one. If you had one, choose <strong>Restore old ID</strong> there, and have your restore
        code at hand.
      </Typography>
    </Card>
  );
}
