import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useState } from 'react';
import type { SoftToken } from '../../device-sdk/soft-token-state.ts';
import { useInstallation } from '../installation/installation.ts';
import { useDeed } from '../installation/use-deed.ts';
import { useNow } from '../installation/use-now.ts';
import { useSoftTotpCode } from '../installation/use-totp-code.ts';
import { CodeDigits } from './CodeDigits.tsx';
import { CopyArea } from './CopyArea.tsx';
import { CountdownRing } from './CountdownRing.tsx';

/** The code of a soft token that is unlocked. */
export function SoftTokenCode({ token }: { token: SoftToken }) {
  return token.type === 'totp' ? <TotpCode token={token} /> : <HotpCode token={token} />;
}

function TotpCode({ token }: { token: SoftToken }) {
  const now = useNow();
  const code = useSoftTotpCode(token, now);
  const remainingMs = code?.validUntil == null ? 0 : code.validUntil - now;
  return (
    <CopyArea service="your soft token" otp={code?.otp}>
      <Stack direction="row" sx={{ alignItems: 'center', justifyContent: 'space-between', gap: 2 }}>
        <CodeDigits otp={code?.otp} />
        {code !== undefined && <CountdownRing remainingMs={remainingMs} />}
      </Stack>
    </CopyArea>
  );
}

/** Each code is spent by being shown, so it is shown only when asked for. */
function HotpCode({ token }: { token: SoftToken }) {
  const { act } = useInstallation();
  const { isBusy, attempt } = useDeed();
  const [otp, setOtp] = useState<string>();
  const next = () => attempt(async () => setOtp((await act((device) => device.softTokens.code(token.serial))).otp));
  return (
    <>
      <CopyArea service="your soft token" otp={otp}>
        <Box aria-live="polite">
          <CodeDigits otp={otp} />
        </Box>
      </CopyArea>
      <Box sx={{ px: 2.5, pb: 2 }}>
        <Button variant="outlined" loading={isBusy} onClick={() => void next()}>
          {otp === undefined ? 'Show a code' : 'Next code'}
        </Button>
      </Box>
    </>
  );
}
