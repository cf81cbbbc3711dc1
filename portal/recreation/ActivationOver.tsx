import { Alert, AlertTitle, Stack } from '@mui/material';
import type { Recreation } from '../../contracts/recreation.ts';
import { StartOver } from './StartOver.tsx';

/** Ten minutes are over, or too many codes were wrong. */
export function ActivationOver({ recreation, isUsedUp }: { recreation: Recreation; isUsedUp: boolean }) {
  const mayStartOver = recreation.actions.includes('start-over');
  return (
    <Stack spacing={2.5}>
      <Alert severity="warning" role="status">
        <AlertTitle>
          {isUsedUp ? 'Too many codes were wrong.' : 'The time for this activation code is over.'}
        </AlertTitle>
        Serial number and activation code are void.{' '}
        {mayStartOver
          ? 'Start over for new ones; nothing else is lost.'
          : 'You cannot start over any more in this recovery: cancel it, and begin again.'}
      </Alert>
      {mayStartOver && <StartOver id={recreation.recovery} left={recreation.startOversLeft} variant="contained" />}
    </Stack>
  );
}
