import { readAppLink } from '../text/app-link.ts';
import { useInstallation } from './installation.ts';
import { keepStorage } from './keep.ts';
import { forgetOpenedLink } from './opened-link.ts';
import { modelOr } from './use-model.ts';
import { useScanned } from './use-scanned.ts';

/** Takes a pairing code. */
export function usePairing(model: string, onStarted: () => void) {
  const { state, act } = useInstallation();
  return useScanned(async (text) => {
    const scanned = readAppLink(text, location.origin, new URL(state.server).origin);
    if (scanned.is === 'elsewhere')
      return `That code belongs to another Latchkey, at ${scanned.host}. Open the app there.`;
    await act((device) => device.restoring.scanPairing(text, modelOr(model)));
    forgetOpenedLink();
    onStarted();
    await keepStorage();
    return undefined;
  });
}
