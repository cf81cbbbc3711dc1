import type { PublicKey } from '../contracts/devices.ts';
import type { Connection } from './connection.ts';
import { makeKeys, publicKeyOf } from './keys.ts';

/**
 * An installation without account begins with new keys: those of a restore, activation or sign-in that came to nothing may be
 * taken. Not while a claim is undecided: its tokens may be bound to the keys that are here.
 */
export async function freshKeys(connection: Connection): Promise<void> {
  const made = await makeKeys();
  await connection.update((state) =>
    state.account === null && state.pendingClaims.length === 0
      ? { ...state, keys: made, restore: null, activation: null }
      : state,
  );
}

/** The public half of what seeds are encrypted to. */
export async function encryptionKeyOf(connection: Connection): Promise<PublicKey> {
  const { keys } = await connection.state();
  if (keys === null) throw new Error('an arrival begins with its keys');
  return publicKeyOf(keys.encryption);
}
