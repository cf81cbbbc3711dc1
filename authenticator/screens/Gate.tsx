import { useState } from 'react';
import type { HeldToken } from '../../device-sdk/state.ts';
import { useInstallation } from '../installation/installation.ts';
import { ActivationScreen } from './ActivationScreen.tsx';
import { ArrivedScreen } from './ArrivedScreen.tsx';
import { Entrance } from './Entrance.tsx';
import { Home } from './Home.tsx';
import { RestoreScreen } from './RestoreScreen.tsx';
import { SoftTokenScreen } from './SoftTokenScreen.tsx';

/** What is on its way to this device comes first, unless it was put off. */
export function Gate() {
  const { state } = useInstallation();
  const [isPutOff, putOff] = useState(false);
  const [arrived, setArrived] = useState<HeldToken[]>();
  if (arrived !== undefined) return <ArrivedScreen tokens={arrived} onClose={() => setArrived(undefined)} />;
  const later = () => putOff(true);
  // The shortest, and the portal waits for it ten minutes only.
  if (state.softTokenDraft !== null && !isPutOff)
    return <SoftTokenScreen draft={state.softTokenDraft} onLater={later} />;
  if (state.restore !== null && !isPutOff) return <RestoreScreen onLater={later} />;
  if (state.activation !== null && !isPutOff) return <ActivationScreen onArrived={setArrived} onLater={later} />;
  const goOn = () => putOff(false);
  return state.account === null ? <Entrance onContinueRestore={goOn} /> : <Home onContinueRestore={goOn} />;
}
