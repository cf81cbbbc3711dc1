import Button from '@mui/material/Button';
import { Link } from 'react-router';
import type { Recovery } from '../../contracts/recoveries.ts';
import { countOf } from '../text/trouble.ts';
import { EndedAlert } from './EndedAlert.tsx';

export function TransferEnded({ recovery, onAgain }: { recovery: Recovery; onAgain: () => void }) {
  const isDone = recovery.state === 'completed';
  const where =
    recovery.toDevice === null ? 'the new device' : `${recovery.toDevice.model} (ID ${recovery.toDevice.shortId})`;
  const says = `${countOf(recovery.tokens.length, 'token')} moved to ${where} and left this device.`;
  return (
    <>
      <EndedAlert recovery={recovery} testId="transfer-ended" title="Transferred" says={says} />
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
