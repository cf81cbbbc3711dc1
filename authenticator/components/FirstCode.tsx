import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { SoftToken } from '../../device-sdk/soft-token-state.ts';
import { useInstallation } from '../installation/installation.ts';
import { PinDialog } from './PinDialog.tsx';
import { SoftTokenCode } from './SoftTokenCode.tsx';

interface Props {
  token: SoftToken;
  isShown: boolean;
  onShow: () => void;
}

/** What the portal asks for after the registration code; behind the PIN when the app was closed meanwhile. */
export function FirstCode({ token, isShown, onShow }: Props) {
  const isOpen = useInstallation().unlocked.includes(token.serial);
  const [isAsked, setAsked] = useState(false);
  if (token.seed === null)
    return (
      <Alert severity="error">
        Too many wrong PINs have erased this soft token. Tap Done, discard the code, and start over in the portal.
      </Alert>
    );
  if (isShown && isOpen)
    return (
      <Card component="section" aria-label="First code" data-testid="first-code" data-serial={token.serial}>
        <Box sx={{ px: 2.5, pt: 2 }}>
          <Typography variant="h2">The first code, for the portal</Typography>
        </Box>
        <SoftTokenCode token={token} />
      </Card>
    );
  return (
    <>
      <Button variant="contained" size="large" onClick={() => (isOpen ? onShow() : setAsked(true))}>
        The portal asks for the first code
      </Button>
      {isAsked && <PinDialog token={token} onUnlocked={onShow} onClose={() => setAsked(false)} />}
    </>
  );
}
