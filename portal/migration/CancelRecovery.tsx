import { Button } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Recovery } from '../../contracts/recoveries.ts';
import { portalRoutes } from '../../contracts/routes/portal.ts';
import type { RecreationReason } from '../../domain/recreation.ts';
import { ConfirmDialog } from '../page/ConfirmDialog.tsx';
import { useRecoveryNews } from '../recoveries/use-recovery.ts';
import { spellWhatStays } from '../recoveries/wording.ts';
import { ask } from '../server.ts';

interface CancelRecoveryProps {
  recovery: Recovery;
  /** Of a recreation: what has happened to the token. */
  reason?: RecreationReason | null;
}

export function CancelRecovery({ recovery, reason = null }: CancelRecoveryProps) {
  const { kind } = recovery;
  const [isAsking, setAsking] = useState(false);
  const { keep, lookAgain } = useRecoveryNews();
  const cancel = useMutation({
    mutationFn: () => ask(portalRoutes.cancelRecovery, { params: { id: recovery.id }, body: {} }),
    onSuccess: keep,
    onError: () => {
      lookAgain(recovery.id);
    },
  });
  return (
    <div>
      <Button
        color="error"
        variant="outlined"
        onClick={() => {
          cancel.reset();
          setAsking(true);
        }}
      >
        Cancel {kind}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={`Cancel this ${kind}?`}
          deed={`Cancel ${kind}`}
          keep={kind === 'migration' ? 'Go on migrating' : 'Go on'}
          isPending={cancel.isPending}
          error={cancel.error}
          onConfirm={() => {
            cancel.mutate();
          }}
          onClose={() => {
            setAsking(false);
          }}
        >
          {spellWhatStays(recovery, reason)} You can begin again at any later time.
        </ConfirmDialog>
      )}
    </div>
  );
}
