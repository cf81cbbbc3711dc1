import { Button } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Recovery } from '../../contracts/recoveries.ts';
import { portalRoutes } from '../../contracts/routes/portal.ts';
import { ConfirmDialog } from '../page/ConfirmDialog.tsx';
import { useRecoveryNews } from '../recoveries/use-recovery.ts';
import { spellWhatStays } from '../recoveries/wording.ts';
import { ask } from '../server.ts';

export function CancelRecovery({ recovery }: { recovery: Recovery }) {
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
          {spellWhatStays(recovery)} You can begin again at any later time.
        </ConfirmDialog>
      )}
    </div>
  );
}
