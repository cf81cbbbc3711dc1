import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId, type ReactNode } from 'react';
import { ProblemAlert } from './ProblemAlert.tsx';

interface DeedDialogProps {
  title: string;
  /** On the button that does it. */
  label: string;
  tone?: 'primary' | 'error';
  width?: 'xs' | 'sm';
  isReady?: boolean;
  isPending: boolean;
  error?: unknown;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** Asks for what a deed needs, and stays open until the API has said yes or the person goes back. */
export function DeedDialog(props: DeedDialogProps) {
  const {
    title,
    label,
    tone = 'primary',
    width = 'sm',
    isReady = true,
    isPending,
    error,
    onSubmit,
    onClose,
    children,
  } = props;
  const titleId = useId();
  const close = () => {
    if (!isPending) onClose();
  };
  return (
    <Dialog open onClose={close} fullWidth maxWidth={width} aria-labelledby={titleId}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <DialogTitle id={titleId}>{title}</DialogTitle>
        <DialogContent>
          {children}
          {error !== undefined && error !== null && <ProblemAlert error={error} />}
        </DialogContent>
        <DialogActions>
          <Button onClick={close} disabled={isPending}>
            Back
          </Button>
          <Button type="submit" variant="contained" color={tone} disabled={!isReady} loading={isPending}>
            {label}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
