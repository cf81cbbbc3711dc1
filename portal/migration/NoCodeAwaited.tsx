import { Alert } from '@mui/material';
import type { Recovery } from '../../contracts/recoveries.ts';
import { spellEnding } from '../recoveries/wording.ts';

/** The recovery went on or ended while the dialog was open: here, elsewhere, or by its deadline. */
export function NoCodeAwaited({ recovery }: { recovery: Recovery }) {
  const ending = spellEnding(recovery);
  const hasSucceeded = ending === undefined || recovery.state === 'completed';
  return (
    <Alert severity={hasSucceeded ? 'success' : 'warning'} role="status">
      {ending ?? 'The code was accepted. The token now waits for your new device.'}
    </Alert>
  );
}
