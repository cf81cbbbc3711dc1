import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider } from 'react-admin';
import { Reason } from '../../contracts/words.ts';
import { whatIsMissing } from '../../domain/transfer.ts';
import type { ConsoleData } from '../connection/data-provider.ts';
import { useKeyOf } from '../connection/use-key-of.ts';
import { DeedDialog } from '../display/DeedDialog.tsx';
import { ReasonField } from '../display/ReasonField.tsx';
import { gapWords } from './gaps.ts';
import { isSame, names, settings, wordsOf, type Settings } from './settings.ts';
import { useKnownTransferPolicy, useServices } from './use-transfer-policy.ts';

interface ChangeTransferDialogProps {
  before: Settings;
  after: Settings;
  onDone: () => void;
  onClose: () => void;
}

/** What will be different, whether transfers work then, and why. */
export function ChangeTransferDialog({ before, after, onDone, onClose }: ChangeTransferDialogProps) {
  const [reason, setReason] = useState('');
  const data = useDataProvider<ConsoleData>();
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
    <DeedDialog
      title="Change the transfer policy"
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
      <Consequence after={after} />
      <ReasonField value={reason} onChange={setReason} readBy="It stands in the audit." autoFocus />
    </DeedDialog>
  );
}

function Differences({ before, after }: Pick<ChangeTransferDialogProps, 'before' | 'after'>) {
  const { nameOf } = useServices();
  return (
    <Box component="dl" sx={{ m: 0, mb: 1.5, display: 'grid', gap: 1 }} data-testid="differences">
      {names
        .filter((name) => !isSame(before, after, name))
        .map((name) => (
          <div key={name}>
            <Box component="dt" sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
              {settings[name].title}
            </Box>
            <Box component="dd" sx={{ m: 0, fontWeight: 650, overflowWrap: 'anywhere' }}>
              {wordsOf(before, name, nameOf)} → {wordsOf(after, name, nameOf)}
            </Box>
          </div>
        ))}
    </Box>
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
