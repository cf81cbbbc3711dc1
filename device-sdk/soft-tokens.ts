import { readActivation, type ReadActivation } from '../domain/recreation.ts';
import { passcodeFlaw } from './access-protection.ts';
import type { Code } from './codes.ts';
import type { Connection } from './connection.ts';
import { WeakPasscodeError } from './identity-errors.ts';
import { randomId } from './keys.ts';
import { hotp, stepAt, stepMs } from './otp.ts';
import { openText, sealText } from './sealed-text.ts';
import {
  MistypedSoftTokenError,
  RegistrationUnderWayError,
  SoftTokenHeldError,
  SoftTokenLockedError,
} from './soft-token-errors.ts';
import { readSoftTokenLink } from './soft-token-link.ts';
import { openSoftToken, register, softTokensOf, withSoftToken } from './soft-token-seed.ts';
import type { Registration, SoftToken, SoftTokenDraft } from './soft-token-state.ts';

/** What the portal shows: typed, or as its QR code says it. */
export type ShownByPortal = { serial: string; code: string } | { qrText: string };

/**
 * Soft tokens, made on this device (guide 003, steps 13 to 19). Nothing here asks a server, and nobody needs to be signed in. What is
 * held stands in `DeviceState.softTokens`, what is being made in `DeviceState.softTokenDraft`; closing the app loses neither. Codes
 * need the PIN once after each opening of the app. Signing out, a wipe by the server and going to another server leave soft tokens
 * where they are: they belong to whoever knows the PIN, which need not be the account that leaves. Only `remove` takes them away.
 */
export class SoftTokens {
  readonly #connection: Connection;
  readonly #iterations: number;
  readonly #opened = new Map<string, { serial: string; seed: CryptoKey }>();

  constructor(connection: Connection, iterations: number) {
    this.#connection = connection;
    this.#iterations = iterations;
  }

  /**
   * Step 14, *Save*: the serial number and the activation code. The draft is at `pin`; a former draft at `pin` gives way, and what is
   * being registered already under the same serial number goes on where it stood.
   * @throws MistypedSoftTokenError, NoSoftTokenCodeError, SoftTokenHeldError, RegistrationUnderWayError: nothing was made
   */
  async begin(shown: ShownByPortal): Promise<SoftTokenDraft> {
    const { serial: typedSerial, code } = 'qrText' in shown ? readSoftTokenLink(shown.qrText) : shown;
    const activation = readActivation(typedSerial, code);
    if (activation === 'code' || activation === 'serial') throw new MistypedSoftTokenError(activation);
    const { serial, type } = activation;
    const fresh: SoftTokenDraft = {
      at: 'pin',
      id: randomId(),
      serial,
      type,
      activation: await sealText(activation.code),
    };
    const { softTokens, softTokenDraft } = await this.#connection.update((state) => {
      const isFree = state.softTokenDraft?.at !== 'registration' && !holds(state.softTokens, serial);
      return isFree ? { ...state, softTokenDraft: fresh } : state;
    });
    if (holds(softTokens, serial)) throw new SoftTokenHeldError(`the soft token ${serial} is on this device already`);
    if (softTokenDraft?.at === 'registration' && softTokenDraft.token.serial !== serial)
      throw new RegistrationUnderWayError(softTokenDraft.token.serial);
    return softTokenDraft ?? fresh;
  }

  /**
   * Steps 15 and 16: makes the registration code and the seed, which this PIN opens from now on; the activation code is forgotten.
   * The draft is at `registration`, and its token is unlocked. Chosen again, the first PIN and its registration code stand.
   * @throws WeakPasscodeError; Error when nothing was begun
   */
  async choosePin(pin: string): Promise<Registration> {
    const flaw = passcodeFlaw(pin);
    if (flaw !== undefined) throw new WeakPasscodeError(flaw);
    const { softTokenDraft: draft } = await this.#connection.state();
    if (draft?.at === 'registration') return draft;
    if (draft === null) throw new Error('no soft token is being made');
    const { id, serial, type } = draft;
    const activation: ReadActivation = { serial, type, code: await openText(draft.activation) };
    const { registration, opened } = await register(id, activation, pin, this.#iterations);
    const after = await this.#connection.update((state) =>
      // Not over a draft that came meanwhile, nor over the registration code that another tab shows already.
      state.softTokenDraft?.at === 'pin' && state.softTokenDraft.id === id
        ? { ...state, softTokenDraft: registration }
        : state,
    );
    const reached = after.softTokenDraft;
    if (reached?.at !== 'registration' || reached.token.id !== id) throw new Error('the soft token was discarded');
    if (reached.registrationCode === registration.registrationCode) this.#opened.set(id, { serial, seed: opened });
    return reached;
  }

  /** Step 19, *Done*, Yes: the portal has activated the token, and it is kept. The registration code is forgotten. */
  async done(): Promise<SoftToken> {
    const { softTokenDraft: draft } = await this.#connection.state();
    if (draft?.at !== 'registration') throw new Error('no soft token is being registered');
    const { softTokens } = await this.#connection.update((state) => {
      const { softTokenDraft: latest } = state;
      if (latest?.at !== 'registration' || latest.token.id !== draft.token.id) return state;
      return { ...state, softTokens: [...state.softTokens, latest.token], softTokenDraft: null };
    });
    const kept = softTokens.find(({ id }) => id === draft.token.id);
    if (kept === undefined) throw new Error('the soft token was discarded');
    return kept;
  }

  /** Step 16's warning come true: the registration code is worth nothing any more, and the portal has to be asked for a new start. */
  async discard(): Promise<void> {
    const { softTokenDraft: draft } = await this.#connection.state();
    await this.#connection.update((state) => ({ ...state, softTokenDraft: null }));
    if (draft?.at === 'registration') this.#opened.delete(draft.token.id);
  }

  /** Opens a soft token, held or being registered, until `lock` or the end of the app. @throws WrongPinError; SoftTokenErasedError */
  async unlock(serial: string, pin: string): Promise<void> {
    const token = await this.#token(serial);
    this.#opened.set(token.id, { serial, seed: await openSoftToken(this.#connection, token, pin) });
  }

  /** Forgets every opened seed, or the one of `serial`. */
  lock(serial?: string): void {
    for (const [id, opened] of this.#opened)
      if (serial === undefined || opened.serial === serial) this.#opened.delete(id);
  }

  /** The serial numbers whose PIN was entered. */
  unlocked(): string[] {
    return Array.from(this.#opened.values(), ({ serial }) => serial);
  }

  /**
   * TOTP: the code at `now` (ms on the device's clock). HOTP: the next code; each call spends one counter, never the same twice. Also
   * of the token that is being registered: the portal asks for its first code.
   * @throws SoftTokenLockedError; Error when the device holds no such soft token
   */
  async code(serial: string, now = this.#connection.now()): Promise<Code> {
    const { id, type } = await this.#token(serial);
    const opened = this.#opened.get(id);
    if (opened === undefined) throw new SoftTokenLockedError(`the soft token ${serial} is locked`);
    const { seed } = opened;
    if (type === 'hotp')
      return { otp: await hotp(seed, await this.#takeCounter(id)), validUntil: null, isSpent: false };
    const { clockOffsetMs } = await this.#connection.state();
    const step = stepAt(now + clockOffsetMs);
    return { otp: await hotp(seed, step), validUntil: (step + 1) * stepMs - clockOffsetMs, isSpent: false };
  }

  /** Takes a held soft token off this device, for good. */
  async remove(serial: string): Promise<void> {
    this.lock(serial);
    await this.#connection.update((state) => ({
      ...state,
      softTokens: state.softTokens.filter((token) => token.serial !== serial),
    }));
  }

  /** Spent in the store before the code is shown: a crash may skip a counter, but never repeat one. */
  async #takeCounter(id: string): Promise<number> {
    const after = await this.#connection.update((state) =>
      withSoftToken(state, id, (token) => ({ ...token, nextCounter: token.nextCounter + 1 })),
    );
    const token = softTokensOf(after).find((one) => one.id === id);
    if (token === undefined) throw new Error('the soft token was removed');
    return token.nextCounter - 1;
  }

  async #token(serial: string): Promise<SoftToken> {
    const token = softTokensOf(await this.#connection.state()).find((one) => one.serial === serial);
    if (token === undefined) throw new Error(`this device holds no soft token ${serial}`);
    return token;
  }
}

function holds(tokens: SoftToken[], serial: string): boolean {
  return tokens.some((token) => token.serial === serial);
}
