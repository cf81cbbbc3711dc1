import DialogContentText from '@mui/material/DialogContentText';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useNotify, useShowContext } from 'react-admin';
import { useKeyOf } from '../connection/use-key-of.ts';
import { DeedDialog } from '../display/DeedDialog.tsx';
import { blankHelp, helpFrom, type Help } from './help.ts';
import { HelpFields } from './HelpFields.tsx';

interface HelpDialogProps {
  title: string;
  label: string;
  tone: 'primary' | 'error';
  about: ReactNode;
  act: (help: Help, key: string) => Promise<unknown>;
  /** What is told once the API has said yes. */
  done: string;
  onClose: () => void;
}

/** A deed on the account shown, for a caller who was verified. */
export function HelpDialog({ title, label, tone, about, act, done, onClose }: HelpDialogProps) {
  const [form, setForm] = useState(blankHelp);
  const keyOf = useKeyOf();
  const notify = useNotify();
  const { refetch } = useShowContext();
  const deed = useMutation({
    mutationFn: (help: Help) => act(help, keyOf(help)),
    onSuccess: () => {
      notify(done, { type: 'success' });
      onClose();
    },
    // A refusal means that the page no longer shows how things stand.
    onSettled: () => refetch(),
  });
  const help = helpFrom(form);
  return (
    <DeedDialog
      title={title}
      label={label}
      tone={tone}
      isReady={help !== undefined}
      isPending={deed.isPending}
      error={deed.error}
      onSubmit={() => {
        if (help !== undefined) deed.mutate(help);
      }}
      onClose={onClose}
    >
      <DialogContentText sx={{ mb: 1.5 }}>{about}</DialogContentText>
      <HelpFields form={form} onChange={setForm} />
    </DeedDialog>
  );
}
