import { Button, DialogActions, DialogContent, Stack } from '@mui/material';
import { Answer } from '../page/Answer.tsx';
import { useRecovery } from '../recoveries/use-recovery.ts';
import { CodeForm } from './CodeForm.tsx';
import type { Move } from './move.ts';
import { MoveSentence } from './MoveSentence.tsx';
import { NoCodeAwaited } from './NoCodeAwaited.tsx';

interface EnterCodeProps {
  move: Move;
  recoveryId: string;
  isReturn: boolean;
  /** CLOSE: gives the recovery up. */
  onClose: () => void;
  /** The code was accepted, or is no longer asked for. */
  onDone: () => void;
}

export function EnterCode({ move, recoveryId, isReturn, onClose, onDone }: EnterCodeProps) {
  const recovery = useRecovery(recoveryId);
  const { data } = recovery;
  if (data?.state === 'proving' && data.challenge !== null) {
    return (
      <CodeForm
        move={move}
        recoveryId={data.id}
        challenge={data.challenge}
        isReturn={isReturn}
        onClose={onClose}
        onDone={onDone}
      />
    );
  }
  return (
    <>
      <DialogContent>
        <Stack spacing={2.5}>
          <MoveSentence move={move} />
          <Answer query={recovery}>{(ended) => <NoCodeAwaited recovery={ended} />}</Answer>
        </Stack>
      </DialogContent>
      <DialogActions sx={{ p: 2.5 }}>
        <Button onClick={onDone} autoFocus>
          CLOSE
        </Button>
      </DialogActions>
    </>
  );
}
