import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider } from 'react-admin';
import { Reason } from '../../contracts/words.ts';
import type { ConsoleData } from '../connection/data-provider.ts';
import { useKeyOf } from '../connection/use-key-of.ts';
import { DeedDialog } from '../display/DeedDialog.tsx';
import { ReasonField } from '../display/ReasonField.tsx';
import { settings, wordsOf, type Settings } from './settings.ts';
import { useKnownPolicy } from './use-policy.ts';
import { warningsOf } from './warnings.ts';

interface ChangeDialogProps {
  before: Settings;
  after: Settings;
  /** @param ended how many running restores were ended by it */
  onDone: (ended: number) => void;
  onClose: () => void;
}

/** What will be different, what that means, and why. */
export function ChangeDialog({ before, after, onDone, onClose }: ChangeDialogProps) {
  const [reason, setReason] = useState('');
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
    <DeedDialog
      title="Change the restoration policy"
      label="Put it into effect"
      tone={before.isOn && !after.isOn ? 'error' : 'primary'}
      isReady={Reason.safeParse(reason).success}
      isPending={change.isPending}
      error={change.error}
      onSubmit={() => {
        change.mutate({ ...after, reason: reason.trim() });
      }}
      onClose={onClose}
    >
      <Differences before={before} after={after} />
      {warningsOf(before, after).map((warning) => (
        <Alert key={warning} severity="warning" sx={{ mb: 1 }}>
          {warning}
        </Alert>
      ))}
      <ReasonField value={reason} onChange={setReason} readBy="It stands in the audit." autoFocus />
    </DeedDialog>
  );
}

function Differences({ before, after }: Pick<ChangeDialogProps, 'before' | 'after'>) {
  const changed = settings.filter(({ name }) => before[name] !== after[name]);
  return (
    <Box component="dl" sx={{ m: 0, mb: 1.5, display: 'grid', gap: 1 }} data-testid="differences">
      {changed.map((setting) => (
        <div key={setting.name}>
          <Box component="dt" sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
            {setting.title}
          </Box>
          <Box component="dd" sx={{ m: 0, fontWeight: 650 }}>
            {wordsOf(setting, before[setting.name])} → {wordsOf(setting, after[setting.name])}
          </Box>
        </div>
      ))}
    </Box>
  );
}
