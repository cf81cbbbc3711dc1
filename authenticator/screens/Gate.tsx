import { useState } from 'react';
import { useInstallation } from '../installation/installation.ts';
import { Entrance } from './Entrance.tsx';
import { Home } from './Home.tsx';
import { RestoreScreen } from './RestoreScreen.tsx';

/** A restore under way comes first, unless it was put off. */
export function Gate() {
  const { state } = useInstallation();
  const [isRestorePutOff, putRestoreOff] = useState(false);
  if (state.restore !== null && !isRestorePutOff) return <RestoreScreen onLater={() => putRestoreOff(true)} />;
  const goOn = () => putRestoreOff(false);
  return state.account === null ? <Entrance onContinueRestore={goOn} /> : <Home onContinueRestore={goOn} />;
}
