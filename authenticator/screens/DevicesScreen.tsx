import CircularProgress from '@mui/material/CircularProgress';
import Typography from '@mui/material/Typography';
import { useCallback, useState } from 'react';
import { Navigate } from 'react-router';
import type { IdentityDevice } from '../../contracts/identities.ts';
import { BackBar } from '../components/BackBar.tsx';
import { IdentityDeviceCard } from '../components/IdentityDeviceCard.tsx';
import { Page } from '../components/Page.tsx';
import { TroubleAlert } from '../components/TroubleAlert.tsx';
import { UnpairDialog } from '../components/UnpairDialog.tsx';
import { useInstallation } from '../installation/installation.ts';
import { useWatch } from '../installation/use-watch.ts';

/** Edit → Devices (guide 001, "Deactivating your ID on a device"). */
export function DevicesScreen() {
  const { state, act } = useInstallation();
  const [devices, setDevices] = useState<IdentityDevice[]>();
  const [leaving, setLeaving] = useState<IdentityDevice>();
  const trouble = useWatch(
    useCallback(async () => setDevices(await act((device) => device.identity.devices())), [act]),
    10_000,
  );
  if (state.heldIdentity?.key == null) return <Navigate to="/" replace />;
  return (
    <Page bar={<BackBar title="Devices" to="/" />}>
      <Typography color="textSecondary">
        Where your ID {state.heldIdentity.name} is active. Unpair a device that you lost or no longer use: your ID stops
        working there at once, also if it is switched off.
      </Typography>
      {devices === undefined && trouble === undefined && (
        <CircularProgress aria-label="Looking" sx={{ alignSelf: 'center' }} />
      )}
      <TroubleAlert trouble={trouble} />
      {devices?.map((device) => (
        <IdentityDeviceCard key={device.id} device={device} onUnpair={() => setLeaving(device)} />
      ))}
      {leaving !== undefined && (
        <UnpairDialog
          device={leaving}
          isLast={devices?.length === 1}
          onUnpaired={setDevices}
          onClose={() => setLeaving(undefined)}
        />
      )}
    </Page>
  );
}
