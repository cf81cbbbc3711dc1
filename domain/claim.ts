import { keyedDigest, subkey } from './keys.ts';

/** What a device's proof becomes before it travels to the workflow: good for this recovery and token alone. */
export function claimDigest(masterKey: Uint8Array, recoveryId: string, tokenId: string, otp: string): string {
  return keyedDigest(subkey(masterKey, 'proof', recoveryId), 'claim', tokenId, otp);
}
