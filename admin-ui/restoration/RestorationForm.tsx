import { useState } from 'react';
import type { RestorationPolicy } from '../../contracts/restoration.ts';
import { SettingsForm } from '../display/SettingsForm.tsx';
import { counted } from '../display/words.ts';
import { ChangeRestorationDialog } from './ChangeRestorationDialog.tsx';
import { parts, settingsOf } from './settings.ts';

export function RestorationForm({ policy }: { policy: RestorationPolicy }) {
  const [ended, setEnded] = useState(0);
  const running = policy.isOn ? '' : ` ${counted(ended, 'running restore was', 'running restores were')} ended.`;
  return (
    <SettingsForm
      parts={parts}
      before={settingsOf(policy)}
      told={`Version ${String(policy.version)} is in effect.${running}`}
      dialog={({ onDone, ...asked }) => (
        <ChangeRestorationDialog
          {...asked}
          onDone={(count) => {
            setEnded(count);
            onDone();
          }}
        />
      )}
    />
  );
}
