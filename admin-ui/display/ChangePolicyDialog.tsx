import { useState, type ReactNode } from 'react';
import { Reason } from '../../contracts/words.ts';
import { DeedDialog } from './DeedDialog.tsx';
import { Differences } from './Differences.tsx';
import { ReasonField } from './ReasonField.tsx';
import type { Difference } from './settings.ts';

interface ChangePolicyDialogProps {
  title: string;
  differences: Difference[];
  isSwitchedOff: boolean;
  /** The request that puts it into effect. */
  change: { isPending: boolean; error: unknown };
  onSubmit: (reason: string) => void;
  onClose: () => void;
  /** What it means. */
  children: ReactNode;
}

/** What will be different in a policy, what that means, and why. */
export function ChangePolicyDialog(props: ChangePolicyDialogProps) {
  const { title, differences, isSwitchedOff, change, onSubmit, onClose, children } = props;
  const [reason, setReason] = useState('');
  return (
    <DeedDialog
      title={title}
      label="Put it into effect"
      tone={isSwitchedOff ? 'error' : 'primary'}
      isReady={Reason.safeParse(reason).success}
      isPending={change.isPending}
      error={change.error}
      onSubmit={() => {
        onSubmit(reason.trim());
      }}
      onClose={onClose}
    >
      <Differences of={differences} />
      {children}
      <ReasonField value={reason} onChange={setReason} readBy="It stands in the audit." autoFocus />
    </DeedDialog>
  );
}
