import { useMutation } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import type { ConsoleData } from '../connection/data-provider.ts';
import { useKeyOf } from '../connection/use-key-of.ts';
import { ChangePolicyDialog } from '../display/ChangePolicyDialog.tsx';
import { differences } from '../display/settings.ts';
import { Warnings } from '../display/Warnings.tsx';
import { parts, type Settings } from './settings.ts';
import { useKnownPolicy } from './use-policy.ts';
import { warningsOf } from './warnings.ts';

interface ChangeRestorationDialogProps {
  before: Settings;
  after: Settings;
  /** @param ended how many running restores were ended by it */
  onDone: (ended: number) => void;
  onClose: () => void;
}

export function ChangeRestorationDialog({ before, after, onDone, onClose }: ChangeRestorationDialogProps) {
  const data = useDataProvider<ConsoleData>();
  const keyOf = useKeyOf();
  const know = useKnownPolicy();
  const change = useMutation({
    mutationFn: (body: Settings & { reason: string }) => data.changeRestorationPolicy(body, keyOf(body)),
    onSuccess: ({ policy, ended }) => {
      know(policy);
      onDone(ended);
    },
  });
  return (
    <ChangePolicyDialog
      title="Change the restoration policy"
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
