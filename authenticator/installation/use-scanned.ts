import { useState } from 'react';
import { textsIn } from '../scanning/qr-reader.ts';
import { useDeed } from './use-deed.ts';

/**
 * Takes the text of a QR code, from a camera, a picture or a link. `hint` says why something was none.
 * @param take may answer a hint instead of taking it
 */
export function useScanned(take: (text: string) => Promise<string | undefined>) {
  const [hint, setHint] = useState<string>();
  const { isBusy, trouble, attempt } = useDeed();
  const scan = (text: string) =>
    attempt(async () => {
      setHint(undefined);
      setHint(await take(text));
    });
  const scanFrom = async (file: File) => {
    const texts = await createImageBitmap(file).then(textsIn, () => undefined);
    if (texts === undefined) setHint('That file could not be read as an image.');
    else if (texts[0] === undefined) setHint('No QR code was found in that image.');
    else await scan(texts[0]);
  };
  return { hint, isBusy, trouble, scan, scanFrom };
}

export type Scanning = ReturnType<typeof useScanned>;
