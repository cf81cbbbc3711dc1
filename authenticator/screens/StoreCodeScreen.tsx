import Button from '@mui/material/Button';
import { useState } from 'react';
import type { RestoreCodeShown } from '../../contracts/identities.ts';
import { Heading } from '../components/Heading.tsx';
import { Page } from '../components/Page.tsx';
import { PasscodeForm } from '../components/PasscodeForm.tsx';
import { StoreCode } from '../components/StoreCode.tsx';
import { useInstallation } from '../installation/installation.ts';

/** A restore code has to be stored now: after a restore, or because the administrator demands it. */
export function StoreCodeScreen({ name, onLater }: { name: string; onLater: () => void }) {
  const { act, announce } = useInstallation();
  const [shown, setShown] = useState<RestoreCodeShown>();
  const issue = async (passcode: string) => setShown(await act((device) => device.identity.issueRestoreCode(passcode)));
  return (
    <Page>
      <Heading title="Store your new restore code" isFocused={shown !== undefined}>
        {shown === undefined
          ? 'Your ID works here. So that you can restore it the next time as well, it needs a new restore code: a former one no longer counts.'
          : 'Copy it, download it or print it.'}
      </Heading>
      {shown === undefined ? (
        <PasscodeForm label="Show my restore code" isFocused onPasscode={issue}>
          <Button onClick={onLater}>Later</Button>
        </PasscodeForm>
      ) : (
        <StoreCode name={name} shown={shown} onActive={() => announce('Your ID can be restored.')} />
      )}
    </Page>
  );
}
