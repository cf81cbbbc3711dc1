import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useState, type SyntheticEvent } from 'react';
import type { RestoringKind } from '../../domain/restoration.ts';
import { BackBar } from '../components/BackBar.tsx';
import { KindChoice } from '../components/KindChoice.tsx';
import { ModelField } from '../components/ModelField.tsx';
import { OtherServerNotice } from '../components/OtherServerNotice.tsx';
import { Page } from '../components/Page.tsx';
import { TroubleAlert } from '../components/TroubleAlert.tsx';
import { UserNameField } from '../components/UserNameField.tsx';
import { keepStorage } from '../installation/keep.ts';
import { useInstallation } from '../installation/installation.ts';
import { useDeed } from '../installation/use-deed.ts';
import { useModel } from '../installation/use-model.ts';

const says = {
  restore: [
    'Restore my ID',
    'It works here alone. The devices that had it are unpaired: lost, replaced, passcode forgotten.',
  ],
  duplication: ['Use my ID here as well', 'The device that has it keeps it, where your organisation allows that.'],
} satisfies Record<RestoringKind, [string, string]>;

/** *Restore old ID*: whose, and what becomes of the former devices. */
export function RestoreStartScreen({ onStarted }: { onStarted: () => void }) {
  const { state, act } = useInstallation();
  const [userName, setUserName] = useState(state.account?.userName ?? '');
  const [kind, setKind] = useState<RestoringKind>('restore');
  const [model, setModel] = useModel();
  const { isBusy, trouble, attempt } = useDeed();
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void attempt(async () => {
      await act((device) => device.restoring.start(userName.trim(), kind, model.trim()));
      onStarted();
      await keepStorage();
    });
  };
  return (
    <Page bar={<BackBar title="Restore old ID" to="/" />}>
      <OtherServerNotice />
      <Stack component="form" onSubmit={submit} sx={{ gap: 2.5 }} aria-label="Restore old ID">
        <UserNameField label="ID (user name)" isFocused value={userName} onChange={setUserName} />
        <KindChoice label="What shall happen?" says={says} value={kind} onChange={setKind} />
        {state.account === null && <ModelField value={model} onChange={setModel} />}
        <TroubleAlert trouble={trouble} />
        <Button type="submit" variant="contained" size="large" loading={isBusy}>
          Continue
        </Button>
      </Stack>
    </Page>
  );
}
