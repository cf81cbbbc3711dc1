import { Button, Link } from '@mui/material';
import { useState } from 'react';
import { ConfirmDialog } from '../page/ConfirmDialog.tsx';
import { useSupport } from './use-recreation.ts';

interface ContactSupportProps {
  id: string;
  isOnlyWay: boolean;
}

export function ContactSupport({ id, isOnlyWay }: ContactSupportProps) {
  const [isAsking, setAsking] = useState(false);
  const support = useSupport(id);
  const open = () => {
    support.reset();
    setAsking(true);
  };
  return (
    <div>
      {isOnlyWay ? (
        <Button variant="contained" size="large" onClick={open}>
          Contact support
        </Button>
      ) : (
        <Link component="button" type="button" onClick={open} sx={{ font: 'inherit', textAlign: 'left' }}>
          I cannot answer: contact support
        </Link>
      )}
      {isAsking && (
        <ConfirmDialog
          title="Contact support?"
          deed="Contact support"
          keep="Not yet"
          isPending={support.isPending}
          error={support.error}
          colour="primary"
          onConfirm={() => {
            support.mutate(undefined, {
              onSuccess: () => {
                setAsking(false);
              },
            });
          }}
          onClose={() => {
            setAsking(false);
          }}
        >
          Your recovery then waits for them. They verify who you are, for instance by calling you back, and a second
          person agrees. You then go on here, where you stand.
        </ConfirmDialog>
      )}
    </div>
  );
}
