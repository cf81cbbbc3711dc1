import CircularProgress from '@mui/material/CircularProgress';
import { useCallback, useState } from 'react';
import { Navigate, useNavigate } from 'react-router';
import type { Recovery } from '../../contracts/recoveries.ts';
import { BackBar } from '../components/BackBar.tsx';
import { Page } from '../components/Page.tsx';
import { PairingBegin } from '../components/PairingBegin.tsx';
import { PairingConfirm } from '../components/PairingConfirm.tsx';
import { PairingEnded } from '../components/PairingEnded.tsx';
import { PairingShown } from '../components/PairingShown.tsx';
import { PairingWaits } from '../components/PairingWaits.tsx';
import { TroubleAlert } from '../components/TroubleAlert.tsx';
import { useInstallation } from '../installation/installation.ts';
import { useWatch } from '../installation/use-watch.ts';
import { isOpen } from '../../domain/words.ts';

/** *Show QR code*, on the device that has the ID: from the choice to the end on the other device. */
export function ShowPairingScreen() {
  const { state } = useInstallation();
  const [watched, setWatched] = useState<string | undefined>(state.pairing?.recovery ?? undefined);
  if (state.heldIdentity?.key == null && watched === undefined) return <Navigate to="/" replace />;
  return (
    <Page bar={<BackBar title="Show QR code" to="/identity/restoration" />}>
      {watched === undefined ? (
        <PairingBegin onBegun={setWatched} />
      ) : (
        <Watched key={watched} recoveryId={watched} onAgain={() => setWatched(undefined)} />
      )}
    </Page>
  );
}

function Watched({ recoveryId, onAgain }: { recoveryId: string; onAgain: () => void }) {
  const { state, act, sync } = useInstallation();
  const navigate = useNavigate();
  // Kept here: the installation forgets the code as soon as the pairing has ended.
  const [qr] = useState(state.pairing?.qr ?? undefined);
  const [recovery, setRecovery] = useState<Recovery>();
  const look = useCallback(async () => {
    if (recovery !== undefined && !isOpen(recovery.state)) return;
    const reached = await act((device) => device.showRecovery(recoveryId));
    setRecovery(reached);
    // A restore has taken the ID away from here.
    if (reached.state === 'completed') await sync();
  }, [act, recovery, recoveryId, sync]);
  const trouble = useWatch(look, 1_500);
  const content = () => {
    if (recovery === undefined) return <CircularProgress aria-label="Looking" sx={{ alignSelf: 'center' }} />;
    if (!isOpen(recovery.state))
      return <PairingEnded recovery={recovery} onAgain={onAgain} onDone={() => void navigate('/')} />;
    if (recovery.step === 'compare' && recovery.pairing !== null)
      return <PairingConfirm recovery={recovery} pairing={recovery.pairing} onReached={setRecovery} />;
    if (recovery.step === 'await-device' || recovery.step === 'switch') return <PairingWaits recovery={recovery} />;
    return <PairingShown recovery={recovery} qr={qr} onReached={setRecovery} />;
  };
  return (
    <>
      {content()}
      <TroubleAlert trouble={trouble} />
    </>
  );
}
