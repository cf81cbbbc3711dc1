import type { SoftToken } from '../../device-sdk/soft-token-state.ts';
import { useInstallation } from '../installation/installation.ts';
import { PasscodeDialog } from './PasscodeDialog.tsx';

interface Props {
  token: SoftToken;
  onUnlocked?: () => void;
  onClose: () => void;
}

/** Asked for once after each opening of the app. */
export function PinDialog({ token, onUnlocked, onClose }: Props) {
  const { act } = useInstallation();
  const unlock = async (pin: string) => {
    await act((device) => device.softTokens.unlock(token.serial, pin));
    onUnlocked?.();
    onClose();
  };
  return (
    <PasscodeDialog word="PIN" title="Unlock your soft token" label="Unlock" onPasscode={unlock} onClose={onClose}>
      The PIN that you chose for {token.serial}.
    </PasscodeDialog>
  );
}
