import { canonicalRegistration, recreatedSeed, registrationCode, type ReadActivation } from '../domain/recreation.ts';
import { protect, unlock } from './access-protection.ts';
import type { Connection } from './connection.ts';
import { passcodeTries } from './identity-keys.ts';
import { importSeed } from './otp.ts';
import { SoftTokenErasedError, WrongPinError } from './soft-token-errors.ts';
import type { Registration, SoftToken } from './soft-token-state.ts';
import type { DeviceState } from './state.ts';

/** Makes the registration code and the seed, under the PIN. @returns also the seed that the PIN has opened, to be kept in memory only */
export async function register(
  id: string,
  activation: ReadActivation,
  pin: string,
  iterations: number,
): Promise<{ registration: Registration; opened: CryptoKey }> {
  const shown = registrationCode(activation, crypto.getRandomValues(new Uint8Array(7)));
  const derived = recreatedSeed(activation, canonicalRegistration(shown));
  const bytes = new Uint8Array(derived);
  derived.fill(0);
  const hmac = { name: 'HMAC', hash: 'SHA-1' };
  const extractable = await crypto.subtle.importKey('raw', bytes, hmac, true, ['sign']);
  const seed = await protect(extractable, pin, iterations, 'seed');
  const { serial, type } = activation;
  const token: SoftToken = { id, serial, type, seed, wrongPins: 0, nextCounter: 0 };
  return {
    registration: { at: 'registration', token, registrationCode: shown },
    opened: await importSeed(bytes),
  };
}

/** @throws WrongPinError; SoftTokenErasedError. The try is counted before it is made, so that killing the app gains nothing. */
export async function openSoftToken(connection: Connection, { id }: SoftToken, pin: string): Promise<CryptoKey> {
  const counted = await connection.update((state) =>
    withSoftToken(state, id, (token) => ({ ...token, wrongPins: token.wrongPins + (token.seed === null ? 0 : 1) })),
  );
  const token = softTokensOf(counted).find((one) => one.id === id);
  if (token?.seed == null) throw new SoftTokenErasedError('the seed of this soft token was erased');
  const opened = token.wrongPins > passcodeTries ? undefined : await unlock(token.seed, pin, 'seed');
  if (opened !== undefined) {
    await connection.update((state) => withSoftToken(state, id, (one) => ({ ...one, wrongPins: 0 })));
    return opened;
  }
  const triesLeft = Math.max(0, passcodeTries - token.wrongPins);
  if (triesLeft === 0) await connection.update((state) => withSoftToken(state, id, (one) => ({ ...one, seed: null })));
  throw new WrongPinError(triesLeft);
}

/** Those that are held, and the one that is being registered. */
export function softTokensOf({ softTokens, softTokenDraft }: DeviceState): SoftToken[] {
  return softTokenDraft?.at === 'registration' ? [...softTokens, softTokenDraft.token] : softTokens;
}

export function withSoftToken(state: DeviceState, id: string, change: (token: SoftToken) => SoftToken): DeviceState {
  const changed = (token: SoftToken) => (token.id === id ? change(token) : token);
  const { softTokenDraft: draft } = state;
  return {
    ...state,
    softTokens: state.softTokens.map(changed),
    softTokenDraft: draft?.at === 'registration' ? { ...draft, token: changed(draft.token) } : draft,
  };
}
