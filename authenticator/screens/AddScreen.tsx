import QrCodeScanner from '@mui/icons-material/QrCodeScanner';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import CircularProgress from '@mui/material/CircularProgress';
import Divider from '@mui/material/Divider';
import Typography from '@mui/material/Typography';
import { useEffect, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { ArrivalChoices } from '../components/ArrivalChoices.tsx';
import { BackBar } from '../components/BackBar.tsx';
import { LeavingNotice } from '../components/LeavingNotice.tsx';
import { NothingWaits } from '../components/NothingWaits.tsx';
import { OfflineHint } from '../components/OfflineHint.tsx';
import { Page } from '../components/Page.tsx';
import { WaitingCard } from '../components/WaitingCard.tsx';
import { useInstallation } from '../installation/installation.ts';
import { recoveryIn } from '../text/app-link.ts';

/** "+": what waits for this device. The link of a QR code opens this screen at the recovery that it names. */
export function AddScreen() {
  const { state, waiting, isReachable, sync } = useInstallation();
  const [hasLooked, setLooked] = useState(false);
  const named = recoveryIn(useLocation().search);
  useEffect(() => void sync().then(() => setLooked(true)), [sync]);

  const leaving = state.tokens.filter(({ isMigrating }) => isMigrating);
  const isMissing =
    named !== undefined &&
    hasLooked &&
    isReachable &&
    leaving.length === 0 &&
    !waiting.some(({ recovery }) => recovery === named);
  const sorted = waiting.toSorted((a, b) => Number(b.recovery === named) - Number(a.recovery === named));
  return (
    <Page bar={<BackBar title="Add" to="/" />}>
      {!isReachable && <OfflineHint />}
      {isMissing && (
        <Alert severity="info" role="status" data-testid="link-missing">
          What that code points to does not wait for this device. It may have been finished or cancelled, or belong to
          another account.
        </Alert>
      )}
      {leaving.map((token) => (
        <LeavingNotice key={token.id} token={token} />
      ))}
      {sorted.map((one) => (
        <WaitingCard key={one.recovery} waiting={one} />
      ))}
      {waiting.length === 0 && !hasLooked && (
        <CircularProgress aria-label="Looking" sx={{ alignSelf: 'center', my: 4 }} />
      )}
      {waiting.length === 0 && leaving.length === 0 && hasLooked && isReachable && <NothingWaits />}
      <Button component={Link} to="/scan" variant="outlined" size="large" startIcon={<QrCodeScanner />}>
        Scan QR code of a token
      </Button>
      <Divider sx={{ mt: 1 }} />
      <Typography variant="h2">Bring your ID or tokens here</Typography>
      <ArrivalChoices />
    </Page>
  );
}
