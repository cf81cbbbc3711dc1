import { useState } from 'react';
import { textsIn } from '../scanning/qr-reader.ts';
import { readAppLink } from '../text/app-link.ts';
import { useInstallation } from './installation.ts';
import { keepStorage } from './keep.ts';
import { forgetOpenedPairing } from './opened-pairing.ts';
import { useDeed } from './use-deed.ts';

/** Takes a pairing code, from a camera, a picture or a link. `hint` says why something was none. */
export function usePairing(model: string, onStarted: () => void) {
  const { state, act } = useInstallation();
  const [hint, setHint] = useState<string>();
  const { isBusy, trouble, attempt } = useDeed();

  const pair = (text: string) =>
    attempt(async () => {
      setHint(undefined);
      const scanned = readAppLink(text, location.origin, new URL(state.server).origin);
      if (scanned.is === 'elsewhere') {
        setHint(`That code belongs to another Latchkey, at ${scanned.host}. Open the app there.`);
        return;
      }
      await act((device) => device.restoring.scanPairing(text, model.trim() === '' ? 'New device' : model.trim()));
      forgetOpenedPairing();
      onStarted();
      await keepStorage();
    });
  const pairFrom = async (file: File) => {
    const texts = await createImageBitmap(file).then(textsIn, () => undefined);
    if (texts === undefined) setHint('That file could not be read as an image.');
    else if (texts[0] === undefined) setHint('No QR code was found in that image.');
    else await pair(texts[0]);
  };
  return { hint, isBusy, trouble, pair, pairFrom };
}
