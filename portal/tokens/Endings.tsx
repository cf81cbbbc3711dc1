import { Alert, AlertTitle, Stack } from '@mui/material';
import { useState } from 'react';
import { useRecreation } from '../recreation/use-recreation.ts';
import { useRecovery } from '../recoveries/use-recovery.ts';
import { spellEnding } from '../recoveries/wording.ts';

/** Tells how each recovery ended that was open while the page was. */
export function Endings({ recoveries }: { recoveries: string[] }) {
  return (
    <Stack spacing={1} role="status" sx={{ mt: 2, '&:empty': { display: 'none' } }}>
      {recoveries.map((id) => (
        <Ending key={id} id={id} />
      ))}
    </Stack>
  );
}

function Ending({ id }: { id: string }) {
  const [isRead, setRead] = useState(false);
  const { data } = useRecovery(id);
  const { data: recreation } = useRecreation(data?.endedAt === null ? undefined : data);
  const sentence = data && spellEnding(data, recreation?.reason ?? null);
  if (isRead || data === undefined || sentence === undefined) return null;
  const close = () => {
    setRead(true);
  };
  if (data.state !== 'completed') {
    return (
      <Alert role="none" severity={data.state === 'cancelled' ? 'info' : 'warning'} onClose={close}>
        {sentence}
      </Alert>
    );
  }
  return (
    <Alert role="none" severity="success" onClose={close}>
      <AlertTitle>{sentence}</AlertTitle>
      {(data.kind === 'migration' || data.kind === 'transfer') && 'Codes of the former device are refused from now on.'}
    </Alert>
  );
}
