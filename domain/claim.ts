import { base64Url, keyedDigest, subkey } from './keys.ts';

/** What a device's proof becomes before it travels to the workflow: good for this recovery and token alone. */
export function claimDigest(masterKey: Uint8Array, recoveryId: string, tokenId: string, otp: string): string {
  return keyedDigest(subkey(masterKey, 'proof', recoveryId), 'claim', tokenId, otp);
}

/** What a device signs with the new key of an identity in a recovery: 256 bits, for this device alone (D-02). */
export function bindingChallenge(masterKey: Uint8Array, recoveryId: string, tokenId: string, deviceId: string): string {
  return base64Url(subkey(masterKey, 'binding-challenge', `${recoveryId}/${tokenId}/${deviceId}`));
}
