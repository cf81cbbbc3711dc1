import Button from '@mui/material/Button';
import { useState } from 'react';
import type { KnownDevice } from '../../contracts/devices.ts';
import { Heading } from '../components/Heading.tsx';
import { KnownDeviceCard } from '../components/KnownDeviceCard.tsx';
import { Page } from '../components/Page.tsx';
import { useInstallation } from '../installation/installation.ts';
import { TokensFoundScreen } from './TokensFoundScreen.tsx';

/** Which of the account's devices is this, reinstalled? One that was known by itself needs no asking. */
export function FormerDeviceScreen() {
  const { state, act } = useInstallation();
  const [chosen, setChosen] = useState<KnownDevice | undefined>(state.knownDevices.find((known) => known.isThisDevice));
  if (chosen !== undefined) return <TokensFoundScreen former={chosen} onBack={() => setChosen(undefined)} />;
  return (
    <Page>
      <Heading title="Is this one of your devices?">
        Your account has tokens. If this app was installed here before, choose the device, and its tokens come back.
      </Heading>
      {state.knownDevices.map((known) => (
        <KnownDeviceCard key={known.id} known={known} onChoose={() => setChosen(known)} />
      ))}
      <Button size="large" onClick={() => void act((device) => device.declineFormerDevice())}>
        None of these: this is a new device
      </Button>
    </Page>
  );
}
