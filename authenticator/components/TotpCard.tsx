import Card from '@mui/material/Card';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { HeldToken } from '../../device-sdk/state.ts';
import { useNow } from '../installation/use-now.ts';
import { useTotpCode } from '../installation/use-totp-code.ts';
import { CodeDigits } from './CodeDigits.tsx';
import { CopyArea } from './CopyArea.tsx';
import { CountdownRing } from './CountdownRing.tsx';
import { TokenHead } from './TokenHead.tsx';

export function TotpCard({ token }: { token: HeldToken }) {
  const now = useNow();
  const code = useTotpCode(token, now);
  const remainingMs = code?.validUntil == null ? 0 : code.validUntil - now;
  const isSpent = code?.isSpent === true;
  return (
    <Card data-testid="token" data-serial={token.serial} sx={{ bgcolor: token.isUsable ? undefined : 'transparent' }}>
      <CopyArea service={token.service.name} otp={token.isUsable && !isSpent ? code?.otp : undefined}>
        <TokenHead token={token} />
        <Stack direction="row" sx={{ alignItems: 'center', justifyContent: 'space-between', gap: 2, mt: 1 }}>
          <CodeDigits otp={code?.otp} isFaint={!token.isUsable || isSpent} />
          {token.isUsable && code !== undefined && <CountdownRing remainingMs={remainingMs} />}
        </Stack>
        {isSpent && (
          <Typography variant="body2" color="textSecondary" data-testid="spent">
            Used to prove this token. The next code comes in {Math.ceil(remainingMs / 1000)} s.
          </Typography>
        )}
      </CopyArea>
    </Card>
  );
}
