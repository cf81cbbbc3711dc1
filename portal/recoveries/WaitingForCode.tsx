import { Alert, Button } from '@mui/material';
import type { Recovery } from '../../contracts/recoveries.ts';
import { useMigrate } from '../migration/MigrationDesk.tsx';
import { spellDevice } from './wording.ts';

/** Leads back to the code field; for a reload that field is in the app. */
export function WaitingForCode({ recovery }: { recovery: Recovery }) {
  const migrate = useMigrate();
  const [token] = recovery.tokens;
  if (recovery.kind !== 'migration' || token === undefined) {
    return (
      <Alert role="note" severity="warning" variant="outlined">
        Waiting for your code: enter it in the app on {spellDevice(recovery.toDevice ?? recovery.fromDevice)}.
      </Alert>
    );
  }
  const device = recovery.fromDevice?.model ?? 'your device';
  const goOn = (
    <Button
      variant="contained"
      color="secondary"
      onClick={() => {
        migrate({ token: token.id, service: token.service.name, device }, recovery.id);
      }}
    >
      CONTINUE
    </Button>
  );
  return (
    <Alert role="note" severity="warning" variant="outlined" action={goOn}>
      Waiting for your code
    </Alert>
  );
}
