import { RecoveryId } from '../../contracts/words.ts';

export type Scanned =
  | { is: 'recovery'; recovery: string | undefined }
  | { is: 'pairing' }
  | { is: 'activation' }
  | { is: 'soft-token' }
  | { is: 'elsewhere'; host: string }
  | { is: 'otpauth' }
  | { is: 'something-else' };

/**
 * What the text of a QR code means to this app.
 * @param origins where the app was loaded from, and its server; links of another Latchkey are told apart, never followed
 */
export function readAppLink(text: string, ...origins: string[]): Scanned {
  const link = linkIn(text.trim());
  if (link?.protocol === 'otpauth:') return { is: 'otpauth' };
  if (link === null || !/^https?:$/.test(link.protocol) || !/^#\/(add|pair|activate|recreate)(\?|$)/.test(link.hash))
    return { is: 'something-else' };
  // Its address is the one that the administrator has set, which need not be the app's own.
  if (link.hash.startsWith('#/activate')) return { is: 'activation' };
  // Nothing is sent to anyone: it does not matter whose it is.
  if (link.hash.startsWith('#/recreate')) return { is: 'soft-token' };
  if (!origins.includes(link.origin)) return { is: 'elsewhere', host: link.host };
  if (link.hash.startsWith('#/pair')) return { is: 'pairing' };
  return { is: 'recovery', recovery: recoveryIn(link.hash.slice('#/add'.length)) };
}

/** The recovery that a query names, or `undefined` when it names none in due form. */
export function recoveryIn(query: string): string | undefined {
  return RecoveryId.safeParse(new URLSearchParams(query).get('recovery')).data;
}

function linkIn(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}
