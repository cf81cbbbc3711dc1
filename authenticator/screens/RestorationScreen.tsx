import Alert from '@mui/material/Alert';
import CircularProgress from '@mui/material/CircularProgress';
import { useState } from 'react';
import { Navigate } from 'react-router';
import type { RestoreCodeShown } from '../../contracts/identities.ts';
import { ActivateRestoration } from '../components/ActivateRestoration.tsx';
import { BackBar } from '../components/BackBar.tsx';
import { KeptCode } from '../components/KeptCode.tsx';
import { Page } from '../components/Page.tsx';
import { RestorationMenu } from '../components/RestorationMenu.tsx';
import { StoreCode } from '../components/StoreCode.tsx';
import { useInstallation } from '../installation/installation.ts';

/** Edit → Restoration settings (guide 001). */
export function RestorationScreen() {
  const { state, hasLooked, announce } = useInstallation();
  const [shown, setShown] = useState<RestoreCodeShown>();
  const { identity, heldIdentity } = state;
  if (heldIdentity?.key == null) return <Navigate to="/" replace />;
  const { name } = heldIdentity;
  const content = () => {
    if (shown?.isConfirmed === true) return <KeptCode name={name} shown={shown} onDone={() => setShown(undefined)} />;
    if (shown !== undefined) return <StoreCode name={name} shown={shown} onActive={activated} />;
    if (identity === null && !hasLooked) return <CircularProgress aria-label="Looking" sx={{ alignSelf: 'center' }} />;
    if (identity?.restoration.isAllowed !== true)
      return (
        <Alert severity="info" data-testid="restoration-off">
          Restoring identities is switched off by your administrator.
        </Alert>
      );
    if (identity.restoration.isActive) return <RestorationMenu identity={identity} onShown={setShown} />;
    return <ActivateRestoration onShown={setShown} />;
  };
  const activated = () => {
    setShown(undefined);
    announce('The restore function is active. Your ID can be restored.');
  };
  return <Page bar={<BackBar title="Restoration settings" to="/" />}>{content()}</Page>;
}
