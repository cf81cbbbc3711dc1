import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useState, type SyntheticEvent } from 'react';
import { useInstallation } from '../installation/installation.ts';
import type { Trouble } from '../text/words-of-trouble.ts';
import { LongCodeField } from './LongCodeField.tsx';
import { ModelField } from './ModelField.tsx';
import { TroubleAlert } from './TroubleAlert.tsx';
import { UserNameField } from './UserNameField.tsx';

interface Props {
  model: string;
  onModel: (model: string) => void;
  isBusy: boolean;
  trouble: Trouble | undefined;
  onType: (userName: string, code: string) => Promise<void>;
}

/** The code for who cannot scan: good only together with the user name. */
export function TypedActivation({ model, onModel, isBusy, trouble, onType }: Props) {
  const { state } = useInstallation();
  const [userName, setUserName] = useState(state.account?.userName ?? '');
  const [code, setCode] = useState('');
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    void onType(userName, code);
  };
  return (
    <Stack component="form" onSubmit={submit} sx={{ gap: 2.5 }} aria-label="Type the activation code">
      <UserNameField label="User name" value={userName} onChange={setUserName} />
      <LongCodeField
        label="Activation code"
        name="activation-code"
        placeholder="XXXXX-XXXXX-X"
        value={code}
        onChange={setCode}
      />
      {state.account === null && <ModelField value={model} onChange={onModel} />}
      <TroubleAlert trouble={trouble} />
      <Button type="submit" variant="contained" size="large" loading={isBusy}>
        Activate
      </Button>
    </Stack>
  );
}
