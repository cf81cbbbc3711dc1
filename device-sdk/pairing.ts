import { deviceRoutes } from '../contracts/routes/device.ts';
import type { Pairing } from '../contracts/identities.ts';
import type { Recovery } from '../contracts/recoveries.ts';
import type { RestoringKind } from '../domain/restoration.ts';
import { isUndecided } from './asking.ts';
import type { Connection } from './connection.ts';
import { unlockIdentity, verified } from './identity-keys.ts';
import type { ShownPairing } from './identity-state.ts';
import { randomId } from './keys.ts';

/** D-02: how long a signed challenge is good for. */
const proofLastsMs = 120_000;

/** QR code pairing on the device that has the identity. */
export class PairingOut {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** *Show QR code*. It lives two minutes; watch it with `Device.showRecovery`, which tells the digits to compare. */
  async start(kind: RestoringKind, passcode: string): Promise<Pairing> {
    const asking = (await this.#unanswered(kind, passcode)) ?? (await this.#prepared(kind, passcode));
    const { proof, idempotencyKey } = asking;
    const pairing = await this.#connection
      .ask(deviceRoutes.startPairing, { body: { kind, proof } }, idempotencyKey)
      .catch(async (error: unknown) => {
        if (!isUndecided(error)) await this.#connection.update((state) => ({ ...state, pairing: null }));
        throw error;
      });
    const { recovery, qr } = pairing;
    await this.#connection.update((state) => ({ ...state, pairing: { ...asking, recovery: recovery.id, qr } }));
    return pairing;
  }

  /** Both devices show the same two digits. */
  async confirm(recoveryId: string, passcode: string): Promise<Recovery> {
    const proof = await verified(this.#connection, 'confirm-pairing', recoveryId, passcode);
    return this.#connection.ask(deviceRoutes.confirmPairing, { params: { id: recoveryId }, body: { proof } });
  }

  async #unanswered(kind: RestoringKind, passcode: string): Promise<ShownPairing | undefined> {
    const { pairing } = await this.#connection.state();
    if (pairing?.kind !== kind || pairing.recovery !== null) return undefined;
    if (this.#connection.now() - pairing.askedAt > proofLastsMs) return undefined;
    await unlockIdentity(this.#connection, passcode);
    return pairing;
  }

  async #prepared(kind: RestoringKind, passcode: string): Promise<ShownPairing> {
    const proof = await verified(this.#connection, 'start-pairing', kind, passcode);
    const askedAt = this.#connection.now();
    const pairing = { kind, idempotencyKey: randomId(), proof, askedAt, recovery: null, qr: null };
    await this.#connection.update((state) => ({ ...state, pairing }));
    return pairing;
  }
}
