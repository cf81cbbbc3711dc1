import { Dialog, DialogTitle } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { portalRoutes } from '../../contracts/routes/portal.ts';
import { useRecoveryNews } from '../recoveries/use-recovery.ts';
import { ask } from '../server.ts';
import { EnterCode } from './EnterCode.tsx';
import { RequestCode } from './RequestCode.tsx';
import type { Move } from './move.ts';

interface MigrateDialogProps {
  move: Move;
  /** The recovery to go on with, when the code was asked for earlier. */
  begun: string | null;
  onClose: () => void;
}

export function MigrateDialog({ move, begun, onClose }: MigrateDialogProps) {
  const [recoveryId, setRecoveryId] = useState(begun);
  const titleId = useId();
  const abandon = useAbandon();

  function close() {
    if (recoveryId !== null) abandon.mutate(recoveryId);
    onClose();
  }

  return (
    <Dialog
      open
      fullWidth
      maxWidth="sm"
      aria-labelledby={titleId}
      onClose={(_event, reason) => {
        // A slip beside the dialog must not throw away a recovery; CLOSE and Escape are deliberate.
        if (reason !== 'backdropClick') close();
      }}
    >
      <DialogTitle id={titleId}>MIGRATE</DialogTitle>
      {recoveryId === null ? (
        <RequestCode move={move} onBegun={setRecoveryId} onClose={close} />
      ) : (
        <EnterCode move={move} recoveryId={recoveryId} isReturn={begun !== null} onClose={close} onDone={onClose} />
      )}
    </Dialog>
  );
}

/** Cancels only while the code is still awaited, so that a CLOSE that crosses a CONFIRM undoes nothing. */
function useAbandon() {
  const { lookAgain } = useRecoveryNews();
  return useMutation({
    mutationFn: (id: string) => ask(portalRoutes.cancelRecovery, { params: { id }, body: { at: 'prove-ownership' } }),
    // Whatever came of it, the row tells: cancelled, or still waiting for the code.
    onSettled: (_recovery, _error, id) => {
      lookAgain(id);
    },
  });
}
