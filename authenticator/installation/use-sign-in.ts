import type { SignInRequest } from '../../device-sdk/device.ts';
import { keepStorage } from './keep.ts';
import { useInstallation } from './installation.ts';
import { useDeed } from './use-deed.ts';

export function useSignIn() {
  const { act } = useInstallation();
  const { isBusy, trouble, attempt } = useDeed();
  const signIn = (request: SignInRequest) =>
    attempt(async () => {
      await act((device) => device.signIn(request));
      await keepStorage();
    });
  return { isBusy, trouble, signIn };
}
