import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import { useState } from 'react';
import type { HeldToken } from '../../device-sdk/state.ts';
import { useInstallation } from '../installation/installation.ts';
import { useDeed } from '../installation/use-deed.ts';
import { CodeDigits } from './CodeDigits.tsx';
import { CopyArea } from './CopyArea.tsx';
import { TokenHead } from './TokenHead.tsx';

/** A token whose codes are counted: each is spent by being shown, so it is shown only when asked for. */
export function HotpCard({ token }: { token: HeldToken }) {
  const { act } = useInstallation();
  const { isBusy, attempt } = useDeed();
  const [otp, setOtp] = useState<string>();
  const next = () => attempt(async () => setOtp((await act((device) => device.code(token.id))).otp));
  return (
    <Card data-testid="token" data-serial={token.serial} sx={{ bgcolor: token.isUsable ? undefined : 'transparent' }}>
      <CopyArea service={token.service.name} otp={token.isUsable ? otp : undefined}>
        <TokenHead token={token} />
        <Box sx={{ mt: 1 }} aria-live="polite">
          <CodeDigits otp={otp} isFaint={!token.isUsable} />
        </Box>
      </CopyArea>
      <Box sx={{ px: 2.5, pb: 2 }}>
        <Button
          variant="outlined"
          loading={isBusy}
          disabled={!token.isUsable}
          aria-label={`Next code of ${token.service.name}`}
          onClick={() => void next()}
        >
          Next code
        </Button>
      </Box>
    </Card>
  );
}
