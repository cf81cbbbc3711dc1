import { Box, Stack, Typography } from '@mui/material';
import type { Recovery } from '../../contracts/recoveries.ts';
import { When } from '../page/When.tsx';
import { spellDevice } from '../recoveries/wording.ts';
import { AppLink } from './AppLink.tsx';
import { CancelRecovery } from './CancelRecovery.tsx';

const waitings = {
  enrolment: 'Waiting for your device until',
  migration: 'Migrating until',
  reload: 'The app is taking your tokens back: go on there. Open until',
  restore: 'Choose a passcode in the app. Open until',
  duplication: 'Choose a passcode in the app. Open until',
  transfer: 'Choose Done in the app on your new device. Open until',
  recreation: 'Enter the codes of this page in the app. Open until',
} as const satisfies Record<Recovery['kind'], string>;

/** What its owner does while a token waits for its device. */
export function NextSteps({ recovery }: { recovery: Recovery }) {
  const { kind, fromDevice, appLink } = recovery;
  return (
    <Stack spacing={2}>
      <Typography>
        {waitings[kind]}{' '}
        <strong>
          <When at={recovery.deadline} />
        </strong>
        .
        {kind === 'migration' &&
          fromDevice !== null &&
          ` Until it has moved, it keeps working on ${spellDevice(fromDevice)}.`}
      </Typography>
      {kind !== 'reload' && (
        <Stack direction={{ xs: 'column', sm: 'row' }} spacing={3} sx={{ justifyContent: 'space-between' }}>
          <InTheApp isMove={kind === 'migration'} />
          {appLink !== null && <AppLink to={appLink} />}
        </Stack>
      )}
      {recovery.actions.includes('cancel') && <CancelRecovery recovery={recovery} />}
    </Stack>
  );
}

function InTheApp({ isMove }: { isMove: boolean }) {
  const device = isMove ? 'the new device' : 'your device';
  return (
    <Box sx={{ minWidth: 0 }}>
      <Typography variant="h3">What to do next</Typography>
      <Box component="ol" aria-label="What to do next" sx={{ pl: 2.5, my: 1, '& li': { mb: 1 } }}>
        <li>Open the authenticator app on {device}: scan this code with its camera.</li>
        <li>Sign in there with the e-mail address and password of this portal.</li>
        <li>
          Tap <strong>+</strong> in the upper right corner. The app shows what waits for it.
        </li>
        <li>
          Choose <strong>Done</strong>. The app shows codes, and this page names {device}.
        </li>
      </Box>
      {isMove && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          The app was reinstalled on the same device? Open it and sign in: it offers to bring your tokens back.
        </Typography>
      )}
    </Box>
  );
}
