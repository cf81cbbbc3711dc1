import { Button, Dialog, DialogActions, DialogContent, DialogTitle, Stack } from '@mui/material';
import { useId, type ReactNode } from 'react';
import { Problem } from './Problem.tsx';

interface ConfirmDialogProps {
  title: string;
  children: ReactNode;
  /** What the deed is called, on its button. */
  deed: string;
  keep: string;
  isPending: boolean;
  error: Error | null;
  /** Red, unless nothing ends with it. */
  colour?: 'error' | 'primary';
  onConfirm: () => void;
  onClose: () => void;
}

export function ConfirmDialog({
  title,
  children,
  deed,
  keep,
  isPending,
  error,
  colour = 'error',
  onConfirm,
  onClose,
}: ConfirmDialogProps) {
  const titleId = useId();
  const bodyId = useId();
  return (
    <Dialog
      open
      onClose={onClose}
      fullWidth
      maxWidth="xs"
      role="alertdialog"
      aria-labelledby={titleId}
      aria-describedby={bodyId}
    >
      <DialogTitle id={titleId}>{title}</DialogTitle>
      <DialogContent>
        <Stack spacing={2}>
          <div id={bodyId}>{children}</div>
          {error !== null && <Problem error={error} />}
        </Stack>
      </DialogContent>
      <DialogActions sx={{ p: 2.5, pt: 1 }}>
        <Button onClick={onClose} autoFocus>
          {keep}
        </Button>
        <Button onClick={onConfirm} loading={isPending} color={colour} variant="contained">
          {deed}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
