import Alert from '@mui/material/Alert';
import { useState } from 'react';
import type { TransferPolicy } from '../../contracts/transfer.ts';
import { SaveBar } from '../display/SaveBar.tsx';
import { ChangeTransferDialog } from './ChangeTransferDialog.tsx';
import { TransferControl } from './TransferControl.tsx';
import { TransferPanels } from './TransferPanels.tsx';
import { useDraft } from './use-draft.ts';

export function TransferForm({ policy }: { policy: TransferPolicy }) {
  const { before, draft, after, changed, change, discard } = useDraft(policy);
  const [isAsking, setAsking] = useState(false);
  const [isSaved, setSaved] = useState(false);
  const ask = () => {
    setAsking(true);
  };
  const close = () => {
    setAsking(false);
  };
  const settle = () => {
    discard();
    setSaved(true);
    close();
  };
  return (
    <>
      {isSaved && changed.length === 0 && (
        <Alert severity="success" sx={{ mb: 2 }} data-testid="policy-changed">
          Version {policy.version} is in effect.
        </Alert>
      )}
      <TransferPanels
        settings={before}
        changed={changed}
        control={(name, labelId) => (
          <TransferControl
            name={name}
            draft={draft}
            isSound={after !== undefined}
            labelId={labelId}
            onChange={change}
          />
        )}
      />
      <SaveBar count={changed.length} isSound={after !== undefined} onReview={ask} onDiscard={discard} />
      {isAsking && after !== undefined && (
        <ChangeTransferDialog before={before} after={after} onDone={settle} onClose={close} />
      )}
    </>
  );
}
