import { isRefusedWith } from '../../device-sdk/asking.ts';
import type { Brought } from '../../device-sdk/transfer.ts';
import { SpentActivationError } from '../text/transfer-trouble.ts';
import { useInstallation } from './installation.ts';
import { keepStorage } from './keep.ts';
import { forgetOpenedLink } from './opened-link.ts';
import { useDeed } from './use-deed.ts';
import { modelOr } from './use-model.ts';
import { useScanned } from './use-scanned.ts';

/** Takes an activation, scanned or typed. Its QR code may name an address of the server that this app does not use itself. */
export function useActivation(model: string, onStarted: () => void) {
  const { act } = useInstallation();
  const typing = useDeed();
  const activate = async (brought: Brought) => {
    await act((device) => device.transfer.activate(brought, modelOr(model))).catch((error: unknown) => {
      throw isRefusedWith(error, 'link-spent') ? new SpentActivationError() : error;
    });
    forgetOpenedLink();
    onStarted();
    await keepStorage();
  };
  const scanning = useScanned(async (qrText) => {
    await activate({ qrText });
    return undefined;
  });
  const type = (userName: string, code: string) => typing.attempt(() => activate({ userName, code }));
  return { scanning, typing, type };
}
