import { RecoveryId } from '../contracts/words.ts';
import { ScanPairing } from '../contracts/identities.ts';

/** What stands in a QR code: `<app>/#/<screen>?recovery=…&secret=…`; undefined when it is none of that screen. */
export function secretLinkIn(
  qrText: string,
  screen: 'pair' | 'activate',
): { recovery: string; secret: string } | undefined {
  const [, named, query] = /#\/([a-z]+)\?([^#]*)$/.exec(qrText.trim()) ?? [];
  const said = new URLSearchParams(query ?? '');
  const recovery = RecoveryId.safeParse(said.get('recovery'));
  const secret = ScanPairing.shape.secret.safeParse(said.get('secret'));
  if (named !== screen || !recovery.success || !secret.success) return undefined;
  return { recovery: recovery.data, secret: secret.data };
}
