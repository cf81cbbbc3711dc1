import { SoftTokenErasedError, WrongPinError } from '../../device-sdk/soft-token-errors.ts';
import type { SoftToken } from '../../device-sdk/soft-token-state.ts';
import { useInstallation } from '../installation/installation.ts';
import { troubleOf } from '../text/trouble.ts';
import { PasscodeDialog } from './PasscodeDialog.tsx';

interface Props {
  token: SoftToken;
  onUnlocked?: () => void;
  onClose: () => void;
}

/** Asked for once after each opening of the app. */
export function PinDialog({ token, onUnlocked, onClose }: Props) {
  const { act, announce } = useInstallation();
  const unlock = async (pin: string) => {
    await act((device) => device.softTokens.unlock(token.serial, pin)).catch((error: unknown) => {
      if (isErased(error)) {
        // There is nothing left to type a PIN for.
        const { title, detail } = troubleOf(error);
        announce(`${title} ${detail}`);
        onClose();
      }
      throw error;
    });
    onUnlocked?.();
    onClose();
  };
  return (
    <PasscodeDialog word="PIN" title="Unlock your soft token" label="Unlock" onPasscode={unlock} onClose={onClose}>
      The PIN that you chose for {token.serial}.
    </PasscodeDialog>
  );
}

function isErased(error: unknown): boolean {
  return error instanceof SoftTokenErasedError || (error instanceof WrongPinError && error.triesLeft === 0);
}
