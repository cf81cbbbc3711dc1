import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import type { Recovery } from '../../contracts/recoveries.ts';
import { farewellOf } from '../text/farewells.ts';

interface Props {
  recovery: Recovery;
  onAgain: () => void;
  onDone: () => void;
}

export function PairingEnded({ recovery, onAgain, onDone }: Props) {
  const isDone = recovery.state === 'completed';
  const where = recovery.toDevice?.model ?? 'the new device';
  const says =
    recovery.kind === 'duplication'
      ? `Your ID works on ${where} as well.`
      : `Your ID is on ${where} now, and no longer here.`;
  return (
    <>
      <Alert
        severity={isDone ? 'success' : 'info'}
        role="status"
        data-testid="pairing-ended"
        data-state={recovery.state}
      >
        <AlertTitle>{isDone ? 'Done' : 'Nothing has changed'}</AlertTitle>
        {isDone ? says : farewellOf(recovery)}
      </Alert>
      <Stack sx={{ gap: 1 }}>
        {!isDone && (
          <Button variant="contained" size="large" onClick={onAgain}>
            Show a new code
          </Button>
        )}
        <Button variant={isDone ? 'contained' : 'text'} size="large" onClick={onDone}>
          {isDone ? 'Done' : 'Close'}
        </Button>
      </Stack>
    </>
  );
}
