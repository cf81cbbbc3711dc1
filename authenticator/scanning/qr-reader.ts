import { BarcodeDetector, prepareZXingModule } from 'barcode-detector/ponyfill';
import readerUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';

// By itself the library loads its reader from a public CDN; ours comes from where the app came from, and works offline.
prepareZXingModule({
  overrides: {
    locateFile: (path: string, prefix: string) => (path.endsWith('.wasm') ? readerUrl : prefix + path),
  },
});

const detector = new BarcodeDetector({ formats: ['qr_code'] });

/** The texts of the QR codes in a picture, none when there are none. */
export async function textsIn(picture: ImageBitmapSource): Promise<string[]> {
  return (await detector.detect(picture)).map(({ rawValue }) => rawValue);
}
