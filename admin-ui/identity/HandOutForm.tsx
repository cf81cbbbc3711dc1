import Alert from '@mui/material/Alert';
import DialogContentText from '@mui/material/DialogContentText';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider } from 'react-admin';
import type { AccountDetail } from '../../contracts/accounts.ts';
import type { Approval, HandedOutRestoreCode, RestoreCodeWay } from '../../contracts/restoration.ts';
import type { ConsoleData } from '../connection/data-provider.ts';
import { isRefusedWith } from '../connection/refused.ts';
import { useKeyOf } from '../connection/use-key-of.ts';
import { DeedDialog } from '../display/DeedDialog.tsx';
import { blankHelp, helpFrom, type Help } from '../help/help.ts';
import { HelpFields } from '../help/HelpFields.tsx';
import { useHandingOut } from './use-handing-out.ts';
import { ways } from './ways.tsx';

interface HandOutFormProps {
  account: AccountDetail;
  way: RestoreCodeWay;
  onHandedOut: (answer: HandedOutRestoreCode) => void;
  onAsked: (approval: Approval) => void;
  onClose: () => void;
}

function useRequest(account: string, way: RestoreCodeWay, onAsked: (approval: Approval) => void) {
  const data = useDataProvider<ConsoleData>();
  const queries = useQueryClient();
  const keyOf = useKeyOf();
  return useMutation({
    mutationFn: (help: Help) => data.requestApproval({ account, way, ...help }, keyOf(help)),
    onSuccess: onAsked,
    onSettled: () => queries.invalidateQueries({ queryKey: ['approvals'] }),
  });
}

/** Where the API wants a second person, the same facts go to them. */
export function HandOutForm({ account, way, onHandedOut, onAsked, onClose }: HandOutFormProps) {
  const [form, setForm] = useState(blankHelp);
  const handing = useHandingOut(account.id, onHandedOut);
  const request = useRequest(account.id, way, onAsked);
  const needsApproval = isRefusedWith(handing.error, 'approval-required');
  const { label, about, submit } = ways[way];
  const help = helpFrom(form);
  return (
    <DeedDialog
      title={`${label}: restore code of ${account.userName}`}
      label={needsApproval ? 'Ask for approval' : submit}
      isReady={help !== undefined}
      isPending={handing.isPending || request.isPending}
      error={needsApproval ? request.error : handing.error}
      onSubmit={() => {
        if (help === undefined) return;
        if (needsApproval) request.mutate(help);
        else handing.mutate({ way, ...help });
      }}
      onClose={onClose}
    >
      <DialogContentText sx={{ mb: 1.5 }}>{about} Its owner is told by mail each time.</DialogContentText>
      <HelpFields form={form} onChange={setForm} />
      {needsApproval && (
        <Alert severity="info" sx={{ mt: 1 }} data-testid="approval-required">
          A second supervisor has to agree. Ask for it with these facts; it is good for half an hour from now, and once.
        </Alert>
      )}
    </DeedDialog>
  );
}
