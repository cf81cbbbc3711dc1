import { NoSoftTokenCodeError } from './soft-token-errors.ts';

/** As long as a typed code may be. */
const longest = 64;

/**
 * What stands in the portal's QR code: `<app>/#/recreate?serial=…&code=…`. Neither is judged here.
 * @throws NoSoftTokenCodeError
 */
export function readSoftTokenLink(qrText: string): { serial: string; code: string } {
  const [, query] = /#\/recreate\?([^#]*)$/.exec(qrText.trim()) ?? [];
  const said = new URLSearchParams(query ?? '');
  const [serial, code] = [said.get('serial') ?? '', said.get('code') ?? ''];
  if (serial === '' || code === '' || serial.length > longest || code.length > longest)
    throw new NoSoftTokenCodeError('this is no code of a soft token');
  return { serial, code };
}
