import DialogContentText from '@mui/material/DialogContentText';
import { useState } from 'react';
import type { CaseDetail } from '../../contracts/recoveries.ts';
import type { DecideCaller } from '../../contracts/recreation.ts';
import { Reason } from '../../contracts/words.ts';
import { DeedDialog } from '../display/DeedDialog.tsx';
import { ReasonField } from '../display/ReasonField.tsx';
import { useCallerDeed } from './use-caller-deed.ts';
import { Verification } from './Verification.tsx';

type Decision = 'let-go-on' | 'send-back';

interface DecideCallerDialogProps {
  recovery: CaseDetail;
  decision: Decision;
  onClose: () => void;
}

const looks = {
  'let-go-on': { label: 'Let it go on', tone: 'primary', done: 'It goes on where it stood.' },
  'send-back': { label: 'Send back', tone: 'error', done: 'Sent back. The caller has to be verified anew.' },
} as const;

function consequence(decision: Decision, userName: string): string {
  return decision === 'let-go-on'
    ? `It goes on where it stood, without the questions: ${userName} says what has happened and makes the token anew. The account holder is told by mail.`
    : `It stays in the queue, and the caller has to be verified anew. The account holder is told by mail.`;
}

export function DecideCallerDialog({ recovery, decision, onClose }: DecideCallerDialogProps) {
  const { id, account, recreation } = recovery;
  // Whoever decides sees the verification that stands now, also if it was replaced while they read.
  const verification = recreation?.support?.verification;
  const [reason, setReason] = useState('');
  const { label, tone, done } = looks[decision];
  const deed = useCallerDeed({
    act: (data, body: DecideCaller, key) => data.decideCaller(id, body, key),
    done,
    onDone: onClose,
  });
  return (
    <DeedDialog
      title={`${label}: ${account.userName}`}
      label={label}
      tone={tone}
      isReady={Reason.safeParse(reason).success}
      isPending={deed.isPending}
      error={deed.error}
      onSubmit={() => {
        const verifiedAt = verification?.at ?? '';
        deed.mutate({ isApproved: decision === 'let-go-on', verifiedAt, reason: reason.trim() });
      }}
      onClose={onClose}
    >
      {verification && <Verification verification={verification} isWaiting />}
      <DialogContentText sx={{ my: 1.5 }}>{consequence(decision, account.userName)}</DialogContentText>
      <ReasonField value={reason} onChange={setReason} readBy="It stands in the timeline and in the audit." autoFocus />
    </DeedDialog>
  );
}
