import Alert from '@mui/material/Alert';
import { useState } from 'react';
import type { RestorationPolicy } from '../../contracts/restoration.ts';
import { SaveBar } from '../display/SaveBar.tsx';
import { counted } from '../display/words.ts';
import { ChangeDialog } from './ChangeDialog.tsx';
import { PolicyPanels } from './PolicyPanels.tsx';
import { settings, settingsOf, type Settings } from './settings.ts';

/** The settings with what was changed on this page laid over them: what a colleague changes meanwhile is not undone by saving. */
export function PolicyForm({ policy }: { policy: RestorationPolicy }) {
  const [draft, setDraft] = useState<Partial<Settings>>({});
  const [isAsking, setAsking] = useState(false);
  const [ended, setEnded] = useState<number | null>(null);
  const before = settingsOf(policy);
  const after = { ...before, ...draft };
  const changed = settings.map(({ name }) => name).filter((name) => before[name] !== after[name]);
  return (
    <>
      {ended !== null && changed.length === 0 && (
        <Alert severity="success" sx={{ mb: 2 }} data-testid="policy-changed">
          Version {policy.version} is in effect.
          {!policy.isOn && ` ${counted(ended, 'running restore was', 'running restores were')} ended.`}
        </Alert>
      )}
      <PolicyPanels
        settings={after}
        changed={changed}
        onChange={(name, value) => {
          setDraft({ ...draft, [name]: value });
        }}
      />
      <SaveBar
        count={changed.length}
        onReview={() => {
          setAsking(true);
        }}
        onDiscard={() => {
          setDraft({});
        }}
      />
      {isAsking && (
        <ChangeDialog
          before={before}
          after={after}
          onDone={(count) => {
            setDraft({});
            setEnded(count);
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
