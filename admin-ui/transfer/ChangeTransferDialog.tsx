import Alert from '@mui/material/Alert';
import { useMutation } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import { whatIsMissing } from '../../domain/transfer.ts';
import type { ConsoleData } from '../connection/data-provider.ts';
import { useKeyOf } from '../connection/use-key-of.ts';
import { ChangePolicyDialog } from '../display/ChangePolicyDialog.tsx';
import { gapWords } from './gaps.ts';
import { differences, type Settings } from './settings.ts';
import { useKnownTransferPolicy, useServices } from './use-transfer-policy.ts';

interface ChangeTransferDialogProps {
  before: Settings;
  after: Settings;
  onDone: () => void;
  onClose: () => void;
}

export function ChangeTransferDialog({ before, after, onDone, onClose }: ChangeTransferDialogProps) {
  const data = useDataProvider<ConsoleData>();
  const { nameOf } = useServices();
  const keyOf = useKeyOf();
  const know = useKnownTransferPolicy();
  const change = useMutation({
    mutationFn: (body: Settings & { reason: string }) => data.changeTransferPolicy(body, keyOf(body)),
    onSuccess: (policy) => {
      know(policy);
      onDone();
    },
  });
  return (
    <ChangePolicyDialog
      title="Change the transfer policy"
      differences={differences(before, after, nameOf)}
      isSwitchedOff={before.isOn && !after.isOn}
      change={change}
      onSubmit={(reason) => {
        change.mutate({ ...after, reason });
      }}
      onClose={onClose}
    >
      <Consequence after={after} />
    </ChangePolicyDialog>
  );
}

function Consequence({ after }: Pick<ChangeTransferDialogProps, 'after'>) {
  const missing = whatIsMissing(after, []);
  if (missing.length === 0)
    return (
      <Alert severity="info" sx={{ mb: 1.5 }}>
        With this, people can transfer their tokens.
      </Alert>
    );
  return (
    <Alert severity="warning" sx={{ mb: 1.5 }}>
      With this, nobody can transfer tokens: {missing.map((gap) => gapWords[gap].title.replace(/\.$/, '')).join('; ')}.
    </Alert>
  );
}
