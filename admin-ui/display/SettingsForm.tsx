import Alert from '@mui/material/Alert';
import { useState, type ReactNode } from 'react';
import { SaveBar } from './SaveBar.tsx';
import { SettingPanels } from './SettingPanels.tsx';
import { changedOf, type Part, type SettingValue } from './settings.ts';

interface Asked<Settings> {
  before: Settings;
  after: Settings;
  onDone: () => void;
  onClose: () => void;
}

interface SettingsFormProps<Settings extends Record<string, SettingValue>> {
  parts: Part<keyof Settings & string>[];
  before: Settings;
  /** Once a change is in effect. */
  told: ReactNode;
  dialog: (asked: Asked<Settings>) => ReactNode;
}

/** The settings with what was changed on this page laid over them: what a colleague changes meanwhile is not undone by saving. */
export function SettingsForm<Settings extends Record<string, SettingValue>>(props: SettingsFormProps<Settings>) {
  const { parts, before, told, dialog } = props;
  const [draft, setDraft] = useState<Partial<Settings>>({});
  const [isAsking, setAsking] = useState(false);
  const [isSaved, setSaved] = useState(false);
  const after = { ...before, ...draft };
  const changed = changedOf(parts, before, after).map(({ name }) => name);
  const discard = () => {
    setDraft({});
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
          {told}
        </Alert>
      )}
      <SettingPanels
        parts={parts}
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
        onDiscard={discard}
      />
      {isAsking && dialog({ before, after, onDone: settle, onClose: close })}
    </>
  );
}
