import Box from '@mui/material/Box';
import { useState } from 'react';
import { useCanAccess } from 'react-admin';
import type { AccountDetail } from '../../contracts/accounts.ts';
import type { IdentityDevice } from '../../contracts/identities.ts';
import { counted } from '../display/words.ts';
import { DeviceRow } from './DeviceRow.tsx';
import { Part } from './Part.tsx';
import { UnpairDialog } from './UnpairDialog.tsx';

interface IdentityDevicesProps {
  account: AccountDetail;
  devices: IdentityDevice[];
}

export function IdentityDevices({ account, devices }: IdentityDevicesProps) {
  const [chosen, choose] = useState<IdentityDevice | null>(null);
  const { canAccess } = useCanAccess({ resource: 'identities', action: 'unpair' });
  return (
    <Part title={devices.length === 0 ? 'On no device' : `On ${counted(devices.length, 'device')}`}>
      {devices.length === 0 && (
        <Box sx={{ color: 'text.secondary' }}>Nobody can use it before it is restored on a device.</Box>
      )}
      <Box component="ul" aria-label="Devices of the identity" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {devices.map((device) => (
          <DeviceRow
            key={device.id}
            device={device}
            onUnpair={
              canAccess === true
                ? () => {
                    choose(device);
                  }
                : undefined
            }
          />
        ))}
      </Box>
      {chosen !== null && (
        <UnpairDialog
          account={account}
          device={chosen}
          onClose={() => {
            choose(null);
          }}
        />
      )}
    </Part>
  );
}
