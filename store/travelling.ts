import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';
import { subkey } from '../domain/keys.ts';

const nonceBytes = 12;
const tagBytes = 16;

/**
 * What a person typed on its way through the workflow, where a digest would not do because a seed is made of it: AES-256-GCM under
 * a key of this recovery, worthless anywhere else (W-04). The nonce comes from the text, so that a repeated request says the same.
 */
export function sealForRecovery(masterKey: Uint8Array, recoveryId: string, what: string, plain: string): string {
  const nonce = createHmac('sha256', subkey(masterKey, 'travelling', `nonce/${recoveryId}`))
    .update(`${String(what.length)}:${what}${plain}`)
    .digest()
    .subarray(0, nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', keyOf(masterKey, recoveryId), nonce).setAAD(Buffer.from(what));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString('base64url');
}

/** @throws Error when it was sealed for another recovery or purpose, or altered */
export function openForRecovery(masterKey: Uint8Array, recoveryId: string, what: string, sealed: string): string {
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', keyOf(masterKey, recoveryId), bytes.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  })
    .setAAD(Buffer.from(what))
    .setAuthTag(bytes.subarray(bytes.length - tagBytes));
  const text = bytes.subarray(nonceBytes, bytes.length - tagBytes);
  return Buffer.concat([decipher.update(text), decipher.final()]).toString();
}

function keyOf(masterKey: Uint8Array, recoveryId: string): Uint8Array {
  return subkey(masterKey, 'travelling', recoveryId);
}
