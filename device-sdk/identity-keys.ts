import { calculateJwkThumbprint } from 'jose';
import type { ChallengePurpose } from '../contracts/identities.ts';
import { deviceRoutes } from '../contracts/routes/device.ts';
import { passcodeFlaw, protect, unlock } from './access-protection.ts';
import type { Connection } from './connection.ts';
import { NoIdentityKeyError, WeakPasscodeError, WrongPasscodeError } from './identity-errors.ts';
import { identityProof, type IdentityClaims } from './identity-proof.ts';
import type { HeldIdentity, IdentityKey } from './identity-state.ts';
import { publicKeyOf } from './keys.ts';

/** NIST SP 800-63B-4 §3.2.10: no more than ten consecutive failed attempts. */
export const passcodeTries = 10;

/** Makes a key pair. `signing` is the private half for the proof that follows at once; it is not to be kept. */
export async function makeIdentityKey(
  passcode: string,
  iterations: number,
): Promise<{ key: IdentityKey; signing: CryptoKey }> {
  const flaw = passcodeFlaw(passcode);
  if (flaw !== undefined) throw new WeakPasscodeError(flaw);
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  const held = await protect(pair.privateKey, passcode, iterations);
  return { key: { publicKey: await publicKeyOf(pair), protected: held }, signing: pair.privateKey };
}

/** @throws WrongPasscodeError; NoIdentityKeyError. The try is counted before it is made, so that killing the app gains nothing. */
export async function unlockIdentity(
  connection: Connection,
  passcode: string,
): Promise<{ id: string; signing: CryptoKey }> {
  const { heldIdentity: held } = await connection.update((state) => ({
    ...state,
    heldIdentity: state.heldIdentity && counted(state.heldIdentity),
  }));
  if (held?.key == null) throw new NoIdentityKeyError('this device has no key of the identity');
  const signing = held.wrongPasscodes > passcodeTries ? undefined : await unlock(held.key.protected, passcode);
  if (signing !== undefined) {
    await change(connection, held, { wrongPasscodes: 0 });
    return { id: held.id, signing };
  }
  const triesLeft = Math.max(0, passcodeTries - held.wrongPasscodes);
  if (triesLeft === 0) await change(connection, held, { key: null });
  throw new WrongPasscodeError(triesLeft);
}

/** Verification of identity: a fresh challenge, signed after access protection. */
export async function verified(
  connection: Connection,
  purpose: ChallengePurpose,
  about: string,
  passcode: string,
): Promise<string> {
  // The passcode first: a wrong one is told without a network.
  const { id, signing } = await unlockIdentity(connection, passcode);
  const { challenge } = await connection.ask(deviceRoutes.askChallenge, { body: { purpose } });
  return signed(connection, signing, { purpose, token: id, challenge, about });
}

export async function signed(
  connection: Connection,
  signing: CryptoKey,
  claims: Pick<IdentityClaims, 'purpose' | 'token' | 'challenge' | 'about'>,
): Promise<string> {
  const { keys, server, clockOffsetMs } = await connection.state();
  if (keys === null) throw new Error('this device has no keys yet: sign in first');
  const device = await calculateJwkThumbprint(await publicKeyOf(keys.signing));
  return identityProof(signing, { ...claims, origin: server, device }, connection.now() + clockOffsetMs);
}

function counted(held: HeldIdentity): HeldIdentity {
  return held.key === null ? held : { ...held, wrongPasscodes: held.wrongPasscodes + 1 };
}

async function change(connection: Connection, held: HeldIdentity, part: Partial<HeldIdentity>): Promise<void> {
  await connection.update((state) => {
    // A key that came back meanwhile is another one.
    if (state.heldIdentity?.arrivedBy !== held.arrivedBy) return state;
    return { ...state, heldIdentity: { ...state.heldIdentity, ...part } };
  });
}
