import { lazy, Suspense, useState } from 'react';
import { Navigate, Route, Routes, useLocation, useNavigate } from 'react-router';
import { BackUpPrompt } from '../components/BackUpPrompt.tsx';
import { SignInRequest } from '../components/SignInRequest.tsx';
import { useInstallation } from '../installation/installation.ts';
import { AddScreen } from './AddScreen.tsx';
import { CreateIdentityScreen } from './CreateIdentityScreen.tsx';
import { DevicesScreen } from './DevicesScreen.tsx';
import { FormerDeviceScreen } from './FormerDeviceScreen.tsx';
import { InfoScreen } from './InfoScreen.tsx';
import { OtherServerScreen } from './OtherServerScreen.tsx';
import { ReloadScreen } from './ReloadScreen.tsx';
import { RestorationScreen } from './RestorationScreen.tsx';
import { RestoreStartScreen } from './RestoreStartScreen.tsx';
import { ShowPairingScreen } from './ShowPairingScreen.tsx';
import { StoreCodeScreen } from './StoreCodeScreen.tsx';
import { TokensScreen } from './TokensScreen.tsx';
import { TransferScreen } from './TransferScreen.tsx';

// The reader of QR codes is most of the app's size and not needed to see a code.
const ScanScreen = lazy(() => import('./ScanScreen.tsx'));
const ActivateScreen = lazy(() => import('./ActivateScreen.tsx'));
const RecreateScreen = lazy(() => import('./RecreateScreen.tsx'));
const PairScreen = lazy(() => import('./PairScreen.tsx'));

/** An app that belongs to an account: what has to be settled first, then the screen that the address names. */
export function Home({ onContinueRestore }: { onContinueRestore: () => void }) {
  const { state } = useInstallation();
  const [isReloadPutOff, putReloadOff] = useState(false);
  const [isStoringPutOff, putStoringOff] = useState(false);
  const reload = state.reload?.recovery ?? null;
  if (reload !== null && !isReloadPutOff) {
    return <ReloadScreen key={reload} recoveryId={reload} onLater={() => putReloadOff(true)} />;
  }
  if (state.isFormerDeviceOpen && !isReloadPutOff) return <FormerDeviceScreen />;
  const { identity, heldIdentity } = state;
  const isCodeDue = heldIdentity?.key != null && identity?.restoration.mustStoreCode === true;
  return (
    <>
      {isCodeDue && !isStoringPutOff ? (
        <StoreCodeScreen name={identity.name} onLater={() => putStoringOff(true)} />
      ) : (
        <Screens onBringBack={() => putReloadOff(false)} onContinueRestore={onContinueRestore} />
      )}
      <Asking mayPrompt={!isCodeDue} />
    </>
  );
}

function Screens(props: { onBringBack: () => void; onContinueRestore: () => void }) {
  const { act } = useInstallation();
  const navigate = useNavigate();
  const bringBack = () => {
    props.onBringBack();
    void act((device) => device.reconsiderFormerDevice());
  };
  const begun = () => {
    void navigate('/', { replace: true });
    props.onContinueRestore();
  };
  return (
    <Suspense fallback={null}>
      <Routes>
        <Route
          path="/"
          element={<TokensScreen onBringBack={bringBack} onContinueRestore={props.onContinueRestore} />}
        />
        <Route path="/add" element={<AddScreen />} />
        <Route path="/scan" element={<ScanScreen />} />
        <Route path="/identity/create" element={<CreateIdentityScreen />} />
        <Route path="/identity/restoration" element={<RestorationScreen />} />
        <Route path="/identity/pairing" element={<ShowPairingScreen />} />
        <Route path="/identity/devices" element={<DevicesScreen />} />
        <Route path="/restore" element={<RestoreStartScreen onStarted={begun} />} />
        <Route path="/pair" element={<PairScreen onStarted={begun} />} />
        <Route path="/activate" element={<ActivateScreen onStarted={begun} />} />
        <Route path="/recreate" element={<RecreateScreen onStarted={begun} />} />
        <Route path="/info" element={<InfoScreen />} />
        <Route path="/transfer" element={<TransferScreen />} />
        <Route path="/other-server" element={<OtherServerScreen />} />
        <Route path="*" element={<Navigate to="/" replace />} />
      </Routes>
    </Suspense>
  );
}

/** What asks by itself, wherever in the app its owner is: one thing at a time. */
function Asking({ mayPrompt }: { mayPrompt: boolean }) {
  const { state, signIns } = useInstallation();
  const { pathname } = useLocation();
  const [signIn] = signIns;
  if (signIn !== undefined) return <SignInRequest key={signIn.id} signIn={signIn} />;
  const isDue = state.heldIdentity?.key != null && state.identity?.restoration.isPromptDue === true;
  return isDue && mayPrompt && pathname === '/' ? <BackUpPrompt /> : null;
}
