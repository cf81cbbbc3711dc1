import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import type { KnownDevice } from '../../contracts/devices.ts';
import { Heading } from '../components/Heading.tsx';
import { Page } from '../components/Page.tsx';
import { TroubleAlert } from '../components/TroubleAlert.tsx';
import { useInstallation } from '../installation/installation.ts';
import { useDeed } from '../installation/use-deed.ts';
import { countOf } from '../text/trouble.ts';

/** Guide 000, reinstalled app: tokens were found; OK mails a code. */
export function TokensFoundScreen({ former, onBack }: { former: KnownDevice; onBack: () => void }) {
  const { state, act } = useInstallation();
  const { isBusy, trouble, attempt } = useDeed();
  const start = () =>
    attempt(async () => {
      await act((device) => device.startReload(former.id));
    });
  return (
    <Page>
      <Heading title="Tokens were found">
        {former.model} (ID {former.shortId}) holds {countOf(former.tokens, 'token')}. Choose OK to bring{' '}
        {former.tokens === 1 ? 'it' : 'them'} back to this app. We mail a code to {state.account?.email} to make sure
        that it is you.
      </Heading>
      <TroubleAlert trouble={trouble} />
      <Stack sx={{ gap: 1 }}>
        <Button variant="contained" size="large" loading={isBusy} onClick={() => void start()}>
          OK
        </Button>
        <Button size="large" onClick={onBack} disabled={isBusy}>
          Back
        </Button>
      </Stack>
    </Page>
  );
}
