import Button from '@mui/material/Button';
import { WeakPasscodeError } from '../../device-sdk/identity-errors.ts';
import type { SoftTokenDraft } from '../../device-sdk/soft-token-state.ts';
import { ChoosePasscodeForm } from '../components/ChoosePasscodeForm.tsx';
import { Heading } from '../components/Heading.tsx';
import { NewStartNotice } from '../components/NewStartNotice.tsx';
import { Page } from '../components/Page.tsx';
import { useInstallation } from '../installation/installation.ts';
import { useLeaveSoftToken } from '../installation/use-leave-soft-token.ts';
import { WeakPinError } from '../text/soft-token-trouble.ts';
import { RegistrationScreen } from './RegistrationScreen.tsx';

interface Props {
  draft: SoftTokenDraft;
  onLater: () => void;
}

/** A soft token on its way, wherever it stands: also after the app was closed in the middle of it. Asks no server. */
export function SoftTokenScreen({ draft, onLater }: Props) {
  if (draft.at === 'registration') return <RegistrationScreen registration={draft} onLater={onLater} />;
  return <PinScreen serial={draft.serial} />;
}

/** Step 15. */
function PinScreen({ serial }: { serial: string }) {
  const { act } = useInstallation();
  const choose = async (pin: string) => {
    await act((device) => device.softTokens.choosePin(pin)).catch((error: unknown) => {
      throw error instanceof WeakPasscodeError ? new WeakPinError(error.flaw) : error;
    });
  };
  const leave = useLeaveSoftToken(serial);
  const cancel = () => {
    leave();
    return act((device) => device.softTokens.discard());
  };
  return (
    <Page>
      <Heading title="Choose a PIN" isFocused={false}>
        It protects the soft token {serial}. Remember it: you type it whenever you open this app for a code.
      </Heading>
      <NewStartNotice serial={serial} />
      <ChoosePasscodeForm word="PIN" label="Continue" onChosen={choose} />
      {/* Nothing was registered yet: there is nothing to warn of. */}
      <Button size="large" color="inherit" onClick={() => void cancel()}>
        Cancel
      </Button>
    </Page>
  );
}
