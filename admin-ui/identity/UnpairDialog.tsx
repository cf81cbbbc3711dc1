import Alert from '@mui/material/Alert';
import DialogContentText from '@mui/material/DialogContentText';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider, useNotify, useShowContext } from 'react-admin';
import type { AccountDetail } from '../../contracts/accounts.ts';
import type { IdentityDevice } from '../../contracts/identities.ts';
import type { ConsoleData } from '../connection/data-provider.ts';
import { isRefusedWith } from '../connection/refused.ts';
import { useKeyOf } from '../connection/use-key-of.ts';
import { DeedDialog } from '../display/DeedDialog.tsx';
import { blankHelp, helpFrom, type Help } from '../help/help.ts';
import { HelpFields } from '../help/HelpFields.tsx';

interface UnpairDialogProps {
  account: AccountDetail;
  device: IdentityDevice;
  onClose: () => void;
}

function useUnpairing({ account, device, onClose }: UnpairDialogProps) {
  const data = useDataProvider<ConsoleData>();
  const notify = useNotify();
  const { refetch } = useShowContext();
  const keyOf = useKeyOf();
  return useMutation({
    mutationFn: (facts: Help & { confirmLast: boolean }) => data.unpair(account.id, device.id, facts, keyOf(facts)),
    onSuccess: () => {
      notify(`The ID is no longer on ${device.model}. Its holder was told by mail.`, { type: 'success' });
      onClose();
    },
    onSettled: () => refetch(),
  });
}

/** The API says whether it is the last device; then it is asked again, with the warning read. */
export function UnpairDialog(props: UnpairDialogProps) {
  const { account, device, onClose } = props;
  const [form, setForm] = useState(blankHelp);
  const [isWarned, setWarned] = useState(false);
  const unpairing = useUnpairing(props);
  const help = helpFrom(form);
  const submit = () => {
    if (help === undefined) return;
    unpairing.mutate(
      { ...help, confirmLast: isWarned },
      {
        onError: (error) => {
          if (isRefusedWith(error, 'last-device')) setWarned(true);
        },
      },
    );
  };
  return (
    <DeedDialog
      title={`Unpair ${device.model} ${device.shortId}`}
      label={isWarned ? 'Unpair the last device' : 'Unpair'}
      tone="error"
      isReady={help !== undefined}
      isPending={unpairing.isPending}
      error={isRefusedWith(unpairing.error, 'last-device') ? null : unpairing.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <DialogContentText sx={{ mb: 1.5 }}>
        The ID of <strong>{account.userName}</strong> stops working on this device at once, also while the device is
        offline. It comes back only by a restore or by pairing.
      </DialogContentText>
      <HelpFields form={form} onChange={setForm} />
      {isWarned && (
        <Alert severity="warning" sx={{ mt: 1 }} data-testid="last-device">
          This is the last device of this ID. Without it, {account.userName} can sign in nowhere until the ID is
          restored with the restore code.
        </Alert>
      )}
    </DeedDialog>
  );
}
