import { NoPairingCodeError } from './identity-errors.ts';
import { secretLinkIn } from './secret-link.ts';

/** What stands in the QR code of a pairing. @throws NoPairingCodeError */
export function readPairing(qrText: string): { recovery: string; secret: string } {
  const said = secretLinkIn(qrText, 'pair');
  if (said === undefined) throw new NoPairingCodeError('this is no pairing code');
  return said;
}
