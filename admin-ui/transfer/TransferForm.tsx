import Alert from '@mui/material/Alert';
import { useState } from 'react';
import type { TransferPolicy } from '../../contracts/transfer.ts';
import { SaveBar } from '../display/SaveBar.tsx';
import { ChangeTransferDialog } from './ChangeTransferDialog.tsx';
import { draftOf, isSame, names, settingsFrom, settingsOf, type Draft } from './settings.ts';
import { TransferControl } from './TransferControl.tsx';
import { TransferPanels } from './TransferPanels.tsx';

/** The settings with what was changed on this page laid over them: what a colleague changes meanwhile is not undone by saving. */
export function TransferForm({ policy }: { policy: TransferPolicy }) {
  const [changes, setChanges] = useState<Partial<Draft>>({});
  const [isAsking, setAsking] = useState(false);
  const [isSaved, setSaved] = useState(false);
  const before = settingsOf(policy);
  const draft = { ...draftOf(before), ...changes };
  const after = settingsFrom(draft);
  const changed = names.filter((name) => !isSame(after ?? draft, after === undefined ? draftOf(before) : before, name));
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
            onChange={(change) => {
              setChanges({ ...changes, ...change });
            }}
          />
        )}
      />
      <SaveBar
        count={changed.length}
        isSound={after !== undefined}
        onReview={() => {
          setAsking(true);
        }}
        onDiscard={() => {
          setChanges({});
        }}
      />
      {isAsking && after !== undefined && (
        <ChangeTransferDialog
          before={before}
          after={after}
          onDone={() => {
            setChanges({});
            setSaved(true);
            setAsking(false);
          }}
          onClose={() => {
            setAsking(false);
          }}
        />
      )}
    </>
  );
}
