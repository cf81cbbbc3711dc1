import { Alert, Box, Stack, Typography } from '@mui/material';
import type { Recovery } from '../../contracts/recoveries.ts';
import { CancelRecovery } from '../migration/CancelRecovery.tsx';
import { When } from '../page/When.tsx';
import { spellNextInApp } from './wording.ts';

/** An open restore, duplication or transfer: it goes on in the app, so that here one can see it, and stop it. */
export function StandingInApp({ recovery }: { recovery: Recovery }) {
  const { pairing } = recovery;
  return (
    <Stack spacing={2}>
      <Alert role="note" severity="info" variant="outlined">
        {spellNextInApp(recovery)} Open until <When at={recovery.deadline} />.
        {pairing !== null && recovery.step === 'compare' && <Digits digits={pairing.digits} />}
      </Alert>
      {recovery.actions.includes('cancel') && (
        <Stack
          direction={{ xs: 'column', sm: 'row' }}
          spacing={2}
          useFlexGap
          sx={{ alignItems: { sm: 'center' }, justifyContent: 'space-between' }}
        >
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {doubts[recovery.kind === 'transfer' ? 'transfer' : recovery.way === 'qr' ? 'qr' : 'code']}
          </Typography>
          <Box sx={{ flexShrink: 0 }}>
            <CancelRecovery recovery={recovery} />
          </Box>
        </Stack>
      )}
    </Stack>
  );
}

const doubts = {
  code: 'Not you? Somebody knows your restore code: cancel this, and have a new code made in the app, under Restoration settings.',
  qr: 'Not you? Somebody has your device and knows its passcode: cancel this, and unpair it under Devices.',
  transfer: 'Not you? Somebody has your device: cancel this, and disable the tokens under Strong Authentication.',
} as const;

function Digits({ digits }: { digits: string }) {
  return (
    <Typography
      component="div"
      sx={{
        fontFamily: 'ui-monospace, Menlo, Consolas, monospace',
        fontWeight: 700,
        fontSize: '2.5rem',
        letterSpacing: '0.15em',
        lineHeight: 1.2,
        mt: 1,
      }}
    >
      {digits}
    </Typography>
  );
}
