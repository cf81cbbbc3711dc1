import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useState } from 'react';
import type { Registration } from '../../device-sdk/soft-token-state.ts';
import { DoneDialog } from '../components/DoneDialog.tsx';
import { FirstCode } from '../components/FirstCode.tsx';
import { Heading } from '../components/Heading.tsx';
import { NewStartNotice } from '../components/NewStartNotice.tsx';
import { Page } from '../components/Page.tsx';
import { RegistrationCodeSheet } from '../components/RegistrationCodeSheet.tsx';
import { useInstallation } from '../installation/installation.ts';
import { useLeaveSoftToken } from '../installation/use-leave-soft-token.ts';

interface Props {
  registration: Registration;
  onLater: () => void;
}

/** Steps 16 to 19: the registration code, the first code, and *Done* only after the portal has said that the token is active. */
export function RegistrationScreen({ registration, onLater }: Props) {
  const { act, announce } = useInstallation();
  const [isFirstCodeShown, showFirstCode] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const { token, registrationCode } = registration;
  const leave = useLeaveSoftToken(token.serial);
  const keep = async () => {
    leave();
    await act((device) => device.softTokens.done());
    announce('Your soft token is ready.');
  };
  const discard = async () => {
    leave();
    await act((device) => device.softTokens.discard());
    announce('The registration code was discarded. Start over in the portal.');
  };
  return (
    <Page>
      <Heading title="Registration code">Type it into the portal and tap Next.</Heading>
      <NewStartNotice serial={token.serial} />
      <RegistrationCodeSheet serial={token.serial} code={registrationCode} />
      <Alert severity="warning">
        Do not tap Done before the portal says that your token is active. Otherwise this code is discarded, and you
        start over in the portal.
      </Alert>
      <FirstCode token={token} isShown={isFirstCodeShown} onShow={() => showFirstCode(true)} />
      <Button variant="outlined" size="large" onClick={() => setAsked(true)}>
        Done
      </Button>
      <Button size="large" color="inherit" onClick={onLater}>
        Later
      </Button>
      <DoneDialog isOpen={isAsked} onKeep={keep} onDiscard={discard} onClose={() => setAsked(false)} />
    </Page>
  );
}
