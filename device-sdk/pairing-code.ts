import { ScanPairing } from '../contracts/identities.ts';
import { RecoveryId } from '../contracts/words.ts';
import { NoPairingCodeError } from './identity-errors.ts';

/** What stands in the QR code of a pairing: `<app>/#/pair?recovery=…&secret=…`. @throws NoPairingCodeError */
export function readPairing(qrText: string): { recovery: string; secret: string } {
  const [, query] = /#\/pair\?([^#]*)$/.exec(qrText.trim()) ?? [];
  const said = new URLSearchParams(query ?? '');
  const recovery = RecoveryId.safeParse(said.get('recovery'));
  const secret = ScanPairing.shape.secret.safeParse(said.get('secret'));
  if (!recovery.success || !secret.success) throw new NoPairingCodeError('this is no pairing code');
  return { recovery: recovery.data, secret: secret.data };
}
