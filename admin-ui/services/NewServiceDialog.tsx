import Dialog from '@mui/material/Dialog';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider, useListContext, type RaRecord } from 'react-admin';
import type { ConsoleData } from '../connection/data-provider.ts';
import { ServiceNameForm } from './ServiceNameForm.tsx';
import { VerifyKeyOnce } from './VerifyKeyOnce.tsx';

/** First the name, then the key, which only this dialog ever shows. */
export function NewServiceDialog({ onClose }: { onClose: () => void }) {
  const data = useDataProvider<ConsoleData>();
  const { refetch } = useListContext<RaRecord>();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const creation = useMutation({
    mutationFn: (name: string) => data.createService(name, idempotencyKey),
    onSuccess: () => refetch(),
    gcTime: 0,
  });
  const created = creation.data;
  return (
    <Dialog
      open
      // A stray click must not close the only sight of the key.
      onClose={created === undefined ? onClose : undefined}
      fullWidth
      maxWidth="sm"
      aria-labelledby="service-title"
    >
      {created === undefined ? (
        <ServiceNameForm
          error={creation.error}
          isPending={creation.isPending}
          onSubmit={creation.mutate}
          onClose={onClose}
        />
      ) : (
        <VerifyKeyOnce service={created.name} verifyKey={created.verifyKey} onClose={onClose} />
      )}
    </Dialog>
  );
}
