import { base64Url, keyedDigest, subkey } from './keys.ts';

/** What stands in the QR code of a pairing besides the recovery's id: 160 bits (B-01), derived, so that it is stored nowhere. */
export function pairingSecret(masterKey: Uint8Array, recoveryId: string): string {
  return base64Url(subkey(masterKey, 'pairing', recoveryId, 20));
}

/** Two digits that both devices show: they belong to the one device that scanned, so that a photographed code is worthless. */
export function pairingDigits(masterKey: Uint8Array, recoveryId: string, thumbprint: string): string {
  const digest = subkey(masterKey, 'pairing', `${recoveryId}/${keyedDigest(masterKey, thumbprint)}`, 4);
  const number = new DataView(digest.buffer, digest.byteOffset).getUint32(0);
  return String(number % 100).padStart(2, '0');
}
