import { Navigate, Route, Routes, useNavigate } from 'react-router';
import { lazy, Suspense } from 'react';
import { OtherServerScreen } from './OtherServerScreen.tsx';
import { RestoreStartScreen } from './RestoreStartScreen.tsx';
import { SignInScreen } from './SignInScreen.tsx';
import { StartScreen } from './StartScreen.tsx';

const ActivateScreen = lazy(() => import('./ActivateScreen.tsx'));
const RecreateScreen = lazy(() => import('./RecreateScreen.tsx'));
const PairScreen = lazy(() => import('./PairScreen.tsx'));

/** The screens of an app that belongs to nobody yet. */
export function Entrance({ onContinueRestore }: { onContinueRestore: () => void }) {
  const navigate = useNavigate();
  const begun = () => {
    // Where the restore will have ended.
    void navigate('/', { replace: true });
    onContinueRestore();
  };
  return (
    <Suspense fallback={null}>
      <Routes>
        <Route path="/" element={<StartScreen onContinueRestore={onContinueRestore} />} />
        <Route path="/sign-in" element={<SignInScreen />} />
        <Route path="/restore" element={<RestoreStartScreen onStarted={begun} />} />
        <Route path="/pair" element={<PairScreen onStarted={begun} />} />
        <Route path="/activate" element={<ActivateScreen onStarted={begun} />} />
        <Route path="/recreate" element={<RecreateScreen onStarted={begun} />} />
        <Route path="/other-server" element={<OtherServerScreen />} />
        <Route path="*" element={<Navigate to="/" replace />} />
      </Routes>
    </Suspense>
  );
}
