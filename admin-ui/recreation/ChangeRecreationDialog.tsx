import { useMutation } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import type { ConsoleData } from '../connection/data-provider.ts';
import { useKeyOf } from '../connection/use-key-of.ts';
import { ChangePolicyDialog } from '../display/ChangePolicyDialog.tsx';
import { differences } from '../display/settings.ts';
import { Warnings } from '../display/Warnings.tsx';
import { parts, type Settings } from './settings.ts';
import { useKnownRecreationPolicy } from './use-recreation-policy.ts';
import { warningsOf } from './warnings.ts';

interface ChangeRecreationDialogProps {
  before: Settings;
  after: Settings;
  onDone: () => void;
  onClose: () => void;
}

export function ChangeRecreationDialog({ before, after, onDone, onClose }: ChangeRecreationDialogProps) {
  const data = useDataProvider<ConsoleData>();
  const keyOf = useKeyOf();
  const know = useKnownRecreationPolicy();
  const change = useMutation({
    mutationFn: (body: Settings & { reason: string }) => data.changeRecreationPolicy(body, keyOf(body)),
    onSuccess: (policy) => {
      know(policy);
      onDone();
    },
  });
  return (
    <ChangePolicyDialog
      title="Change the recreation policy"
      differences={differences(parts, before, after)}
      isSwitchedOff={before.isOn && !after.isOn}
      change={change}
      onSubmit={(reason) => {
        change.mutate({ ...after, reason });
      }}
      onClose={onClose}
    >
      <Warnings of={warningsOf(before, after)} />
    </ChangePolicyDialog>
  );
}
