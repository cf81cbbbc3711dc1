import type { Identity, RestoreAttempt, Restoring } from '../contracts/identities.ts';
import type { Recovery } from '../contracts/recoveries.ts';
import { deviceRoutes } from '../contracts/routes/device.ts';
import { canonicalRestoreCode } from '../domain/restore-code.ts';
import type { RestoringKind } from '../domain/restoration.ts';
import { encryptionKeyOf, freshKeys } from './arriving.ts';
import { isRefusedWith } from './asking.ts';
import { bindIdentity, prepareClaim } from './binding.ts';
import type { Connection } from './connection.ts';
import { MistypedRestoreCodeError } from './identity-errors.ts';
import type { Restore } from './identity-state.ts';
import { learnIdentity } from './identity-view.ts';
import { readPairing } from './pairing-code.ts';
import { noteRecovery } from './noted-recoveries.ts';

type At<Step extends Restore['at']> = Extract<Restore, { at: Step }>;

/**
 * Brings an identity to this device, by restore code or by QR code pairing. Where it stands is kept in `DeviceState.restore`; the
 * mailed code is entered by `Device.enterMailCode`.
 */
export class RestoringHere {
  readonly #connection: Connection;
  readonly #iterations: number;

  constructor(connection: Connection, iterations: number) {
    this.#connection = connection;
    this.#iterations = iterations;
  }

  /** *Restore old ID*. The answer does not tell whether there is such an identity. */
  async start(userName: string, kind: RestoringKind, model: string): Promise<RestoreAttempt> {
    await freshKeys(this.#connection);
    const attempt = await this.#connection.ask(deviceRoutes.startRestore, { body: { userName, kind } });
    await this.#at({ at: 'restore-code', userName, kind, model, attempt });
    return attempt;
  }

  /** @throws MistypedRestoreCodeError before anything is sent */
  async enterRestoreCode(typed: string): Promise<Recovery> {
    const { attempt, model } = await this.#restore('restore-code');
    const code = canonicalRestoreCode(typed);
    if (code === 'malformed') throw new MistypedRestoreCodeError();
    const body = { code, model, encryptionKey: await encryptionKeyOf(this.#connection) };
    const restoring = await this.#connection
      .ask(deviceRoutes.enterRestoreCode, { params: { id: attempt.id }, body })
      .catch((error: unknown) => this.#noteRefusal(attempt, error));
    return this.#reached(restoring, 'code');
  }

  /**
   * *Start QR code pairing*: what the QR code says.
   * @throws NoPairingCodeError when it says something else
   */
  async scanPairing(qrText: string, model: string): Promise<Recovery> {
    const scanned = readPairing(qrText);
    await freshKeys(this.#connection);
    await this.#at({ at: 'scanned', ...scanned, model });
    return this.#scan();
  }

  /**
   * Asks where the restore stands, and what was left without an answer again. `Recovery.state` tells how it goes on: `proving`
   * (mailed code, or digits to compare), `awaiting-device` (`finish`). Null when there is nothing to ask yet.
   */
  async look(): Promise<Recovery | null> {
    const { restore } = await this.#connection.state();
    if (restore?.at === 'scanned') return this.#scan();
    if (restore?.at !== 'recovery') return null;
    const asked = { params: { id: restore.recovery } };
    const shown = await this.#connection.ask(deviceRoutes.showRecovery, asked).catch(async (error: unknown) => {
      if (isRefusedWith(error, 'not-found')) await this.forget();
      throw error;
    });
    return noteRecovery(this.#connection, shown);
  }

  /**
   * Chooses the passcode and makes the new key pair. A claim that is already under way (`restore.claim`) keeps its own passcode.
   * NoAnswerError while the server does not offer the identity yet.
   */
  async finish(passcode: string): Promise<Identity> {
    const restore = await this.#restore('recovery');
    const claim = restore.claim ?? (await prepareClaim(this.#connection, restore.recovery, passcode, this.#iterations));
    await bindIdentity(this.#connection, claim);
    return this.#bound();
  }

  /** Asks a claim again whose answer was lost; undefined when there is none. */
  async resumeFinish(): Promise<Identity | undefined> {
    const { restore } = await this.#connection.state();
    if (restore?.at !== 'recovery' || restore.claim === null) return undefined;
    await bindIdentity(this.#connection, restore.claim);
    return this.#bound();
  }

  /** Leaves a restore whose codes were never right. One that the server knows is left by `Device.cancelRecovery`. */
  async forget(): Promise<void> {
    await this.#connection.update((state) => ({ ...state, restore: null }));
  }

  async #bound(): Promise<Identity> {
    const identity = await learnIdentity(this.#connection);
    if (identity === null) throw new Error('the identity vanished in the moment of its return');
    return identity;
  }

  async #scan(): Promise<Recovery> {
    const { recovery, secret, model } = await this.#restore('scanned');
    const asked = {
      params: { id: recovery },
      body: { secret, model, encryptionKey: await encryptionKeyOf(this.#connection) },
    };
    const restoring = await this.#connection.ask(deviceRoutes.scanPairing, asked).catch(async (error: unknown) => {
      if (isRefusedWith(error, 'link-spent', 'device-key-taken', 'not-found', 'invalid-request')) await this.forget();
      throw error;
    });
    return this.#reached(restoring, 'qr');
  }

  async #reached({ recovery, userName, device }: Restoring, way: 'code' | 'qr'): Promise<Recovery> {
    const kind = recovery.kind === 'duplication' ? 'duplication' : 'restore';
    await this.#at({ at: 'recovery', recovery: recovery.id, kind, way, userName, device, claim: null });
    return recovery;
  }

  async #noteRefusal(attempt: RestoreAttempt, error: unknown): Promise<never> {
    if (isRefusedWith(error, 'attempts-exhausted', 'not-found')) await this.forget();
    if (isRefusedWith(error, 'wrong-restore-code')) {
      const { attemptsLeft = attempt.attemptsLeft } = error.problem;
      await this.#connection.update((state) =>
        state.restore?.at === 'restore-code' && state.restore.attempt.id === attempt.id
          ? { ...state, restore: { ...state.restore, attempt: { ...attempt, attemptsLeft } } }
          : state,
      );
    }
    throw error;
  }

  async #restore<Step extends Restore['at']>(step: Step): Promise<At<Step>> {
    const { restore } = await this.#connection.state();
    if (restore?.at !== step) throw new Error(`the restore is not at ${step}`);
    return restore as At<Step>;
  }

  async #at(restore: Restore): Promise<void> {
    await this.#connection.update((state) => ({ ...state, restore }));
  }
}
