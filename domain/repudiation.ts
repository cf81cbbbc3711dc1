import { isSame, keyedDigest, subkey } from './keys.ts';

/** Why a recovery was cancelled whose owner knows nothing of it. */
export const notMe = 'not-me';

/** The secret part of a "this wasn't me" link: derived, so that nothing is stored, and good for one recovery alone (B-04, M-04). */
export function repudiationToken(masterKey: Uint8Array, recoveryId: string): string {
  return `${recoveryId}.${keyedDigest(subkey(masterKey, 'repudiation'), recoveryId)}`;
}

/** The recovery a link speaks of, or `undefined` when the link is not ours. */
export function repudiatedRecovery(masterKey: Uint8Array, token: string): string | undefined {
  const [recoveryId = ''] = token.split('.');
  return isSame(token, repudiationToken(masterKey, recoveryId)) ? recoveryId : undefined;
}
