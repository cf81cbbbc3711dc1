import { lazy, Suspense, useState } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { useInstallation } from '../installation/installation.ts';
import { AddScreen } from './AddScreen.tsx';
import { FormerDeviceScreen } from './FormerDeviceScreen.tsx';
import { ReloadScreen } from './ReloadScreen.tsx';
import { SignInScreen } from './SignInScreen.tsx';
import { TokensScreen } from './TokensScreen.tsx';

// The reader of QR codes is most of the app's size and not needed to see a code.
const ScanScreen = lazy(() => import('./ScanScreen.tsx'));

/** What has to be settled first, in the order of guide 000; then the screen that the address names. */
export function Gate() {
  const { state, act } = useInstallation();
  const [isReloadPutOff, putReloadOff] = useState(false);
  if (state.account === null) return <SignInScreen />;
  const reload = state.reload?.recovery ?? null;
  if (reload !== null && !isReloadPutOff) {
    return <ReloadScreen key={reload} recoveryId={reload} onLater={() => putReloadOff(true)} />;
  }
  if (state.isFormerDeviceOpen && !isReloadPutOff) return <FormerDeviceScreen />;
  const bringBack = () => {
    putReloadOff(false);
    void act((device) => device.reconsiderFormerDevice());
  };
  return (
    <Suspense fallback={null}>
      <Routes>
        <Route path="/" element={<TokensScreen onBringBack={bringBack} />} />
        <Route path="/add" element={<AddScreen />} />
        <Route path="/scan" element={<ScanScreen />} />
        <Route path="*" element={<Navigate to="/" replace />} />
      </Routes>
    </Suspense>
  );
}
