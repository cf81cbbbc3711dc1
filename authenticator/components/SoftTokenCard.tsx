import LockOutlined from '@mui/icons-material/LockOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Chip from '@mui/material/Chip';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { fixedWidth } from '../appearance/theme.ts';
import type { SoftToken } from '../../device-sdk/soft-token-state.ts';
import { useInstallation } from '../installation/installation.ts';
import { PinDialog } from './PinDialog.tsx';
import { SoftTokenCode } from './SoftTokenCode.tsx';
import { SoftTokenMenu } from './SoftTokenMenu.tsx';

/** A soft token that is held: locked until its PIN was entered. */
export function SoftTokenCard({ token }: { token: SoftToken }) {
  const { unlocked } = useInstallation();
  const isOpen = unlocked.includes(token.serial);
  return (
    <Card
      component="section"
      aria-label={`Soft token ${token.serial}`}
      data-testid="soft-token"
      data-serial={token.serial}
    >
      <Stack direction="row" sx={{ alignItems: 'flex-start', pl: 2.5, pr: 1, pt: 2 }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
            <Typography variant="h2">Soft token</Typography>
            {token.seed === null && <Chip label="erased" size="small" data-testid="erased" />}
          </Stack>
          <Typography variant="body2" color="textSecondary" sx={{ fontFamily: fixedWidth }}>
            {token.serial}
          </Typography>
        </Box>
        <SoftTokenMenu token={token} isOpen={isOpen} />
      </Stack>
      {isOpen ? <SoftTokenCode token={token} /> : <Closed token={token} />}
    </Card>
  );
}

function Closed({ token }: { token: SoftToken }) {
  const [isAsked, setAsked] = useState(false);
  return (
    <Box sx={{ px: 2.5, pt: 1.5, pb: 2 }}>
      {token.seed === null ? (
        <Typography variant="body2" color="textSecondary">
          Too many wrong PINs have erased it here. Make it anew: in the portal choose I have misplaced my token.
        </Typography>
      ) : (
        <Button variant="outlined" startIcon={<LockOutlined />} onClick={() => setAsked(true)}>
          Enter PIN
        </Button>
      )}
      {isAsked && <PinDialog token={token} onClose={() => setAsked(false)} />}
    </Box>
  );
}
