import type { SignInRequest } from '../../device-sdk/device.ts';
import { useInstallation } from './installation.ts';
import { useDeed } from './use-deed.ts';

export function useSignIn() {
  const { act } = useInstallation();
  const { isBusy, trouble, attempt } = useDeed();
  const signIn = (request: SignInRequest) =>
    attempt(async () => {
      await act((device) => device.signIn(request));
      // Without this a browser short of space may drop the keys, and every token with them.
      await navigator.storage.persist();
    });
  return { isBusy, trouble, signIn };
}
