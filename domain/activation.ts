import { checkedCrockford, crockfordFrom, grouped, withCheckSymbol } from './crockford.ts';
import { base64Url, isSame, subkey } from './keys.ts';

/** The activation of a transfer (guide 002), mailed as a QR code and in a typed form (security.md B-01). Derived, stored nowhere. */

/** 160 bits, for the QR code. */
export function activationSecret(masterKey: Uint8Array, recoveryId: string): string {
  return base64Url(subkey(masterKey, 'activation', `qr/${recoveryId}`, 20));
}

/** Ten symbols, 50 bits, and a check symbol: good only together with the user name. `7Q2M9-F3A1E-D`. */
const symbols = 10;

export function activationCode(masterKey: Uint8Array, recoveryId: string): string {
  const plain = crockfordFrom(subkey(masterKey, 'activation', `typed/${recoveryId}`, 7), symbols);
  return grouped(withCheckSymbol(plain), 5);
}

export function canonicalActivationCode(typed: string): string {
  return checkedCrockford(typed, symbols);
}

export function isActivationCode(masterKey: Uint8Array, recoveryId: string, plain: string): boolean {
  return isSame(activationCode(masterKey, recoveryId).replaceAll('-', ''), plain);
}

/** The secret of the link that shows the QR code, where policy keeps it out of the message itself (B-02). */
export function activationPageSecret(masterKey: Uint8Array, recoveryId: string): string {
  return base64Url(subkey(masterKey, 'activation', `page/${recoveryId}`, 20));
}

/** What the QR code says; behind the `#`, so that no server's log ever has it (B-02). */
export function activationUrl(base: string, recoveryId: string, secret: string): string {
  return `${base}/#/activate?recovery=${recoveryId}&secret=${secret}`;
}
