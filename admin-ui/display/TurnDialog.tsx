import DialogContentText from '@mui/material/DialogContentText';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { Reason } from '../../contracts/words.ts';
import { useKeyOf } from '../connection/use-key-of.ts';
import { DeedDialog } from './DeedDialog.tsx';
import { ReasonField } from './ReasonField.tsx';

interface TurnDialogProps {
  title: string;
  label: string;
  tone: 'primary' | 'error';
  about: string;
  act: (facts: { reason: string }, key: string) => Promise<unknown>;
  /** What is told once the API has said yes. */
  done: string;
  /** Yes or no, the page may no longer show how things stand. */
  onSettled: () => void;
  onClose: () => void;
}

/** Disabling and enabling, with a reason. */
export function TurnDialog({ title, label, tone, about, act, done, onSettled, onClose }: TurnDialogProps) {
  const [reason, setReason] = useState('');
  const notify = useNotify();
  const keyOf = useKeyOf();
  const deed = useMutation({
    mutationFn: (facts: { reason: string }) => act(facts, keyOf(facts)),
    onSuccess: () => {
      notify(done, { type: 'success' });
      onClose();
    },
    onSettled,
  });
  return (
    <DeedDialog
      title={title}
      label={label}
      tone={tone}
      isReady={Reason.safeParse(reason).success}
      isPending={deed.isPending}
      error={deed.error}
      onSubmit={() => {
        deed.mutate({ reason: reason.trim() });
      }}
      onClose={onClose}
    >
      <DialogContentText sx={{ mb: 1.5 }}>{about}</DialogContentText>
      <ReasonField value={reason} onChange={setReason} readBy="It stands in the audit." autoFocus />
    </DeedDialog>
  );
}
