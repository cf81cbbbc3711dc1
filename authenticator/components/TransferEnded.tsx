import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Button from '@mui/material/Button';
import { Link } from 'react-router';
import type { Recovery } from '../../contracts/recoveries.ts';
import { farewellOf } from '../text/farewells.ts';
import { countOf } from '../text/trouble.ts';

export function TransferEnded({ recovery, onAgain }: { recovery: Recovery; onAgain: () => void }) {
  const isDone = recovery.state === 'completed';
  const where =
    recovery.toDevice === null ? 'the new device' : `${recovery.toDevice.model} (ID ${recovery.toDevice.shortId})`;
  return (
    <>
      <Alert
        severity={isDone ? 'success' : 'info'}
        role="status"
        data-testid="transfer-ended"
        data-state={recovery.state}
      >
        <AlertTitle>{isDone ? 'Transferred' : 'Nothing has changed'}</AlertTitle>
        {isDone
          ? `${countOf(recovery.tokens.length, 'token')} moved to ${where}, and no longer here.`
          : farewellOf(recovery)}
      </Alert>
      <Button component={Link} to="/" variant="contained" size="large">
        Close
      </Button>
      {!isDone && (
        <Button size="large" onClick={onAgain}>
          Start again
        </Button>
      )}
    </>
  );
}
