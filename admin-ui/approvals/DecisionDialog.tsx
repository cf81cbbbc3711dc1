import DialogContentText from '@mui/material/DialogContentText';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useDataProvider, useNotify } from 'react-admin';
import type { Approval } from '../../contracts/restoration.ts';
import type { ConsoleData } from '../connection/data-provider.ts';
import { useKeyOf } from '../connection/use-key-of.ts';
import { DeedDialog } from '../display/DeedDialog.tsx';
import { ways } from '../identity/ways.tsx';

export type Decision = 'approve' | 'refuse';

interface DecisionDialogProps {
  approval: Approval;
  decision: Decision;
  onClose: () => void;
}

const looks = {
  approve: { label: 'Approve', tone: 'primary', done: 'Approved. It can be used once.' },
  refuse: { label: 'Refuse', tone: 'error', done: 'Refused.' },
} as const;

function consequence({ requestedBy, way, account }: Approval, decision: Decision): string {
  const deed = ways[way].deed(account.userName);
  return decision === 'approve'
    ? `${requestedBy.name} may then ${deed}: once, for these facts alone, until it expires. The account holder is told when it happens.`
    : `${requestedBy.name} will not be able to ${deed}, and would have to ask again.`;
}

export function DecisionDialog({ approval, decision, onClose }: DecisionDialogProps) {
  const data = useDataProvider<ConsoleData>();
  const notify = useNotify();
  const queries = useQueryClient();
  const keyOf = useKeyOf();
  const { label, tone, done } = looks[decision];
  const deed = useMutation({
    mutationFn: () => {
      const key = keyOf(decision);
      return decision === 'approve' ? data.approve(approval.id, key) : data.refuseApproval(approval.id, key);
    },
    onSuccess: () => {
      notify(done, { type: 'success' });
      onClose();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['approvals'] }),
  });
  return (
    <DeedDialog
      title={`${label}: ${ways[approval.way].label}, ${approval.account.userName}`}
      label={label}
      tone={tone}
      isPending={deed.isPending}
      error={deed.error}
      onSubmit={() => {
        deed.mutate();
      }}
      onClose={onClose}
    >
      <DialogContentText>{consequence(approval, decision)}</DialogContentText>
    </DeedDialog>
  );
}
