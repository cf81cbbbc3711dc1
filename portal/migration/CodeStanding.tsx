import { Alert, Button, Stack, Typography } from '@mui/material';
import type { MailChallenge } from './move.ts';
import { spellRemaining, useServerNow } from '../times.ts';

interface CodeStandingProps {
  challenge: MailChallenge;
  isReturn: boolean;
  isResent: boolean;
  isResending: boolean;
  onResend: () => void;
}

const newestOnly = 'Only the newest code counts.';
// A code is bound to the session that asked for it (security.md C-06), and a foreign one is refused like a wrong one.
const onlyHere = 'If you have signed in anew since you asked for it, or asked elsewhere, choose Send again.';

const sendings = {
  queued: 'We are sending a code to',
  sending: 'We are sending a code to',
  accepted: 'We sent a code to',
  delivered: 'We sent a code to',
  unknown: 'We may have sent a code to',
  bounced: 'A code could not be delivered to',
  failed: 'A code could not be sent to',
} as const satisfies Record<MailChallenge['mailState'], string>;

export function CodeStanding({ challenge, isReturn, isResent, isResending, onResend }: CodeStandingProps) {
  const now = useServerNow();
  const validMs = Date.parse(challenge.expiresAt) - now;
  return (
    <Stack spacing={1.5}>
      <Sending challenge={challenge} hint={isResent ? newestOnly : isReturn ? onlyHere : undefined} />
      <Stack
        direction="row"
        spacing={2}
        useFlexGap
        sx={{ flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between' }}
      >
        <Typography variant="body2" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
          <span role="status">{spellAttempts(challenge.attemptsLeft)}</span>
          {validMs > 0 && (
            <>
              {' · '}
              <span role="timer">valid for {spellRemaining(validMs)}</span>
            </>
          )}
        </Typography>
        <SendAgain challenge={challenge} now={now} isResending={isResending} onResend={onResend} />
      </Stack>
      <Typography role="status" variant="body2" sx={{ color: 'error.main', m: 0, '&:empty': { display: 'none' } }}>
        {warn(validMs)}
      </Typography>
    </Stack>
  );
}

function Sending({ challenge, hint }: { challenge: MailChallenge; hint: string | undefined }) {
  const isLost = challenge.mailState === 'bounced' || challenge.mailState === 'failed';
  return (
    <Alert severity={isLost ? 'warning' : 'info'} role="status">
      {sendings[challenge.mailState]} <strong>{challenge.sentTo}</strong>. {!isLost && hint}
    </Alert>
  );
}

interface SendAgainProps {
  challenge: MailChallenge;
  now: number;
  isResending: boolean;
  onResend: () => void;
}

function SendAgain({ challenge, now, isResending, onResend }: SendAgainProps) {
  if (challenge.resendsLeft === 0) return <Typography variant="body2">No further code can be sent.</Typography>;
  const waitMs = Date.parse(challenge.resendAt) - now;
  return (
    <Button
      size="small"
      disabled={waitMs > 0}
      loading={isResending}
      onClick={onResend}
      sx={{ fontVariantNumeric: 'tabular-nums', '&.Mui-disabled': { color: 'text.secondary' } }}
    >
      {waitMs > 0 ? `Send again in ${spellRemaining(waitMs)}` : 'Send again'}
    </Button>
  );
}

function spellAttempts(left: number): string {
  return left === 1 ? '1 attempt left' : `${String(left)} attempts left`;
}

/** Read out at two moments; the ticking itself stays silent. */
function warn(validMs: number): string | null {
  if (validMs <= 0) return 'This code has expired. Ask for a new one.';
  return validMs <= 60_000 ? 'This code expires in less than a minute.' : null;
}
