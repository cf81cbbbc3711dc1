import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import type { Recovery } from '../../contracts/recoveries.ts';
import { EndedAlert } from './EndedAlert.tsx';

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
      <EndedAlert recovery={recovery} testId="pairing-ended" title="Done" says={says} />
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
