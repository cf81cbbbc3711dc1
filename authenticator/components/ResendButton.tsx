import Button from '@mui/material/Button';
import type { MailChallenge } from '../../contracts/recoveries.ts';
import type { z } from 'zod';
import { useInstallation } from '../installation/installation.ts';
import { useNow } from '../installation/use-now.ts';
import { countdownTo } from '../text/moments.ts';

interface Props {
  challenge: z.infer<typeof MailChallenge>;
  isBusy: boolean;
  onResend: () => Promise<void>;
}

export function ResendButton({ challenge, isBusy, onResend }: Props) {
  const { state } = useInstallation();
  const serverNow = useNow() + state.clockOffsetMs;
  const isTooSoon = serverNow < Date.parse(challenge.resendAt);
  const isSpent = challenge.resendsLeft === 0;
  const label = isSpent
    ? 'No further code can be mailed'
    : isTooSoon
      ? `Mail a new code in ${countdownTo(challenge.resendAt, serverNow)}`
      : 'Mail a new code';
  return (
    <Button size="large" disabled={isTooSoon || isSpent || isBusy} onClick={() => void onResend()} data-testid="resend">
      {label}
    </Button>
  );
}
