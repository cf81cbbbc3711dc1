import RestartIcon from '@mui/icons-material/RestartAlt';
import { Button } from '@mui/material';
import { useState } from 'react';
import { ConfirmDialog } from '../page/ConfirmDialog.tsx';
import { useStartOver } from './use-recreation.ts';
import { spellStartOver } from './wording.ts';

interface StartOverProps {
  id: string;
  left: number;
  /** Contained where it is the way on. */
  variant: 'text' | 'contained';
}

export function StartOver({ id, left, variant }: StartOverProps) {
  const [isAsking, setAsking] = useState(false);
  const anew = useStartOver(id);
  const close = () => {
    setAsking(false);
  };
  return (
    <div>
      <Button
        variant={variant}
        size={variant === 'text' ? 'medium' : 'large'}
        startIcon={<RestartIcon />}
        onClick={() => {
          anew.reset();
          setAsking(true);
        }}
      >
        {spellStartOver(left)}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title="Start over?"
          deed="Start over"
          keep="Go on as it is"
          isPending={anew.isPending}
          error={anew.error}
          onConfirm={() => {
            anew.mutate(undefined, { onSuccess: close });
          }}
          onClose={close}
        >
          You get a new serial number and a new activation code. The present ones are void, and so is what the app made
          of them: tap <strong>Done</strong> there, leave without it, and enter the new ones.
        </ConfirmDialog>
      )}
    </div>
  );
}
