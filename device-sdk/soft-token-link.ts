import { NoSoftTokenCodeError } from './soft-token-errors.ts';

/** As long as a typed code may be. */
const longest = 64;

/** What stands in the portal's QR code: `<app>/#/recreate?serial=…&code=…`, neither judged here; undefined when it is none. */
export function softTokenLinkIn(qrText: string): { serial: string; code: string } | undefined {
  const [, query] = /#\/recreate\?([^#]*)$/.exec(qrText.trim()) ?? [];
  const said = new URLSearchParams(query ?? '');
  const [serial, code] = [said.get('serial') ?? '', said.get('code') ?? ''];
  const isThere = serial !== '' && code !== '' && serial.length <= longest && code.length <= longest;
  return isThere ? { serial, code } : undefined;
}

/** @throws NoSoftTokenCodeError */
export function readSoftTokenLink(qrText: string): { serial: string; code: string } {
  const said = softTokenLinkIn(qrText);
  if (said === undefined) throw new NoSoftTokenCodeError('this is no code of a soft token');
  return said;
}
