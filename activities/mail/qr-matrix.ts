import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer';

let isPrepared = false;

/** From the package itself: left alone, it would fetch its WebAssembly from a CDN. */
function prepare(): void {
  if (isPrepared) return;
  const { buffer } = new Uint8Array(
    readFileSync(fileURLToPath(import.meta.resolve('zxing-wasm/writer/zxing_writer.wasm'))),
  );
  prepareZXingModule({ overrides: { wasmBinary: buffer } });
  isPrepared = true;
}

/** The modules of a QR code, row by row, without its quiet zone: true is dark. The same text always gives the same ones. */
export async function qrMatrix(text: string): Promise<boolean[][]> {
  prepare();
  const { symbol, error } = await writeBarcode(text, {
    format: 'QRCode',
    options: 'ecLevel=M',
    scale: 1,
    addQuietZones: false,
  });
  if (error !== '') throw new Error('no QR code can be drawn of that text');
  const { width, height, data } = symbol;
  return Array.from({ length: height }, (_, y) => Array.from({ length: width }, (__, x) => data[y * width + x] === 0));
}
