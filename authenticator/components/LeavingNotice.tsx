import Alert from '@mui/material/Alert';
import type { HeldToken } from '../../device-sdk/state.ts';

/** For who opened the link of a migration on the very device that the token is to leave. */
export function LeavingNotice({ token }: { token: HeldToken }) {
  return (
    <Alert severity="info" role="status" data-testid="leaving">
      {token.service.name} ({token.serial}) is on this device and waits to move to another. Open the app on the new
      device, tap + and choose Done there.
    </Alert>
  );
}
