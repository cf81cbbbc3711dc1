import type { Recovery } from '../contracts/recoveries.ts';
import { deviceRoutes } from '../contracts/routes/device.ts';
import type { TransferStatus } from '../contracts/transfer.ts';
import { canonicalActivationCode } from '../domain/activation.ts';
import { MistypedActivationCodeError, NoActivationCodeError } from './activation-errors.ts';
import { encryptionKeyOf, freshKeys } from './arriving.ts';
import { isRefusedWith, isUndecided } from './asking.ts';
import { claimUnder } from './claiming.ts';
import type { Connection } from './connection.ts';
import { randomId } from './keys.ts';
import { noteRecovery, withoutRecovery } from './noted-recoveries.ts';
import { secretLinkIn } from './secret-link.ts';
import type { HeldToken } from './state.ts';
import type { ActivatedBy, StartedTransfer } from './transfer-state.ts';

/** From the message: what its QR code says, or the user name with the code to be typed. */
export type Brought = { qrText: string } | { userName: string; code: string };

/**
 * Guide 002: tokens go to another device. Where it stands is kept in `DeviceState.transfer` on the old one and in
 * `DeviceState.activation` on the new one.
 */
export class TransferOfTokens {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Whether *Transfer tokens* works, and what is missing if not. */
  status(): Promise<TransferStatus> {
    return this.#connection.ask(deviceRoutes.transferStatus, {});
  }

  /** Old device: an activation of all these is mailed. Asked again after a lost answer, also after a restart, it is the same one. */
  async start(tokenIds: string[]): Promise<Recovery> {
    const asking = await this.#started(tokenIds);
    const body = { tokens: asking.tokens };
    const recovery = await this.#connection
      .ask(deviceRoutes.startTransfer, { body }, asking.idempotencyKey)
      .catch(async (error: unknown) => {
        if (!isUndecided(error)) await this.#connection.update((state) => ({ ...state, transfer: null }));
        throw error;
      });
    await this.#connection.update((state) => ({ ...state, transfer: { ...asking, recovery: recovery.id } }));
    return noteRecovery(this.#connection, recovery);
  }

  /**
   * New device, signed in to the same account or to nothing. The first device that activates is the only one.
   * @throws MistypedActivationCodeError or NoActivationCodeError before anything is sent
   */
  async activate(brought: Brought, model: string): Promise<Recovery> {
    const by = understood(brought);
    await freshKeys(this.#connection);
    await this.#connection.update((state) => ({ ...state, activation: { at: 'asked', by, model } }));
    return this.#ask(by, model);
  }

  /** New device: where the activation stands; one without an answer is asked again. Null when there is none. */
  async look(): Promise<Recovery | null> {
    const { activation } = await this.#connection.state();
    if (activation === null) return null;
    if (activation.at === 'asked') return this.#ask(activation.by, activation.model);
    const asked = { params: { id: activation.recovery } };
    const shown = await this.#connection.ask(deviceRoutes.showRecovery, asked).catch(async (error: unknown) => {
      if (isRefusedWith(error, 'not-found'))
        await this.#connection.update((state) => withoutRecovery(state, activation.recovery));
      throw error;
    });
    return noteRecovery(this.#connection, shown);
  }

  /** New device, *Done*: the tokens move here. Interrupted, the same again finishes it. NoAnswerError while nothing waits yet. */
  async finish(): Promise<HeldToken[]> {
    const { activation } = await this.#connection.state();
    if (activation?.at !== 'recovery') throw new Error('no activation is under way');
    return claimUnder(this.#connection, activation.recovery);
  }

  /** Leaves an activation that has had no answer. One that the server knows is left by `Device.cancelRecovery`. */
  async forget(): Promise<void> {
    await this.#connection.update((state) => ({ ...state, activation: null }));
  }

  async #started(tokenIds: string[]): Promise<StartedTransfer> {
    const fresh = { tokens: tokenIds.toSorted(), idempotencyKey: randomId(), recovery: null };
    const { transfer } = await this.#connection.update((state) => ({
      ...state,
      transfer: isAskedAgain(state.transfer, fresh.tokens) ? state.transfer : fresh,
    }));
    return transfer ?? fresh;
  }

  async #ask(by: ActivatedBy, model: string): Promise<Recovery> {
    const encryptionKey = await encryptionKeyOf(this.#connection);
    const { recovery, userName, device } = await this.#connection
      .ask(deviceRoutes.activate, { body: { by, model, encryptionKey } })
      .catch(async (error: unknown) => {
        // Whoever has to wait was not refused: an earlier asking may have arrived.
        if (!isUndecided(error) && !isRefusedWith(error, 'rate-limited')) await this.forget();
        throw error;
      });
    const activation = { at: 'recovery' as const, recovery: recovery.id, userName, device };
    await this.#connection.update((state) => ({ ...state, activation }));
    return recovery;
  }
}

function isAskedAgain(former: StartedTransfer | null, tokens: string[]): boolean {
  return former !== null && former.recovery === null && former.tokens.join() === tokens.join();
}

function understood(brought: Brought): ActivatedBy {
  if ('qrText' in brought) {
    const said = secretLinkIn(brought.qrText, 'activate');
    if (said === undefined) throw new NoActivationCodeError('this is no activation');
    return said;
  }
  const code = canonicalActivationCode(brought.code);
  if (code === 'malformed') throw new MistypedActivationCodeError();
  return { userName: brought.userName.trim(), code };
}
