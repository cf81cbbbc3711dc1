import type { SignedInDevice, SignInDevice, Waiting } from '../contracts/devices.ts';
import type { Recovery } from '../contracts/recoveries.ts';
import { deviceRoutes } from '../contracts/routes/device.ts';
import { usualIterations } from './access-protection.ts';
import { isRefusedWith, isUndecided } from './asking.ts';
import { applyServerView, claimUnder, proveClaim, rememberClaim } from './claiming.ts';
import { codeOf, type Code } from './codes.ts';
import { Connection, type ConnectionOptions } from './connection.ts';
import { IdentityOnDevice } from './identity.ts';
import { makeKeys, publicKeyOf, randomId } from './keys.ts';
import { noteRecovery, withoutRecovery } from './noted-recoveries.ts';
import { PairingOut } from './pairing.ts';
import { RestoringHere } from './restoring.ts';
import { SoftTokens } from './soft-tokens.ts';
import { TransferOfTokens } from './transfer.ts';
import { wipedState, type DeviceState, type HeldToken } from './state.ts';

export interface DeviceOptions extends ConnectionOptions {
  /** How much work each try of a passcode is; fewer only where nothing is worth protecting, as in tests. */
  passcodeIterations?: number;
}
export type SignInRequest = Omit<SignInDevice, 'encryptionKey'>;

/**
 * One installation of an authenticator app. Every call that asks the server may throw ProblemError (refused; fit to be shown) or
 * NoAnswerError (unknown; safe to ask again, also after a restart). After `device-unknown` the installation is wiped, but for its
 * soft tokens.
 */
export class Device {
  readonly #connection: Connection;
  /** The account's identity: creating it, signing in with it, its restore function and its devices. */
  readonly identity: IdentityOnDevice;
  /** Brings the identity to this device. */
  readonly restoring: RestoringHere;
  /** Shows a QR code that brings the identity to another device. */
  readonly pairing: PairingOut;
  /** *Transfer tokens*: from this device, and to it. */
  readonly transfer: TransferOfTokens;
  /** Makes soft tokens without a network or an account, and shows their codes. */
  readonly softTokens: SoftTokens;

  constructor({ passcodeIterations = usualIterations, ...options }: DeviceOptions) {
    this.#connection = new Connection(options);
    this.identity = new IdentityOnDevice(this.#connection, passcodeIterations);
    this.restoring = new RestoringHere(this.#connection, passcodeIterations);
    this.pairing = new PairingOut(this.#connection);
    this.transfer = new TransferOfTokens(this.#connection);
    this.softTokens = new SoftTokens(this.#connection, passcodeIterations);
  }

  /** What the installation remembers; needs no network. */
  state(): Promise<DeviceState> {
    return this.#connection.state();
  }

  /** Signs this installation in. `knownDevices` names those it may be the successor of; see `startReload`. */
  async signIn(request: SignInRequest): Promise<SignedInDevice> {
    const signedIn = await this.#signInWithKeys(request).catch(async (error: unknown) => {
      const { account } = await this.state();
      if (account !== null || !isRefusedWith(error, 'device-key-taken')) throw error;
      // Keys left by a sign-in to another account whose answer was lost. Nothing hangs on them yet: begin with new ones.
      await this.#connection.update((state) => ({ ...state, keys: null }));
      return this.#signInWithKeys(request);
    });
    const { userName, device, knownDevices } = signedIn;
    await this.#connection.update((state) => ({
      ...state,
      account: { userName, email: request.email, device },
      knownDevices,
      isFormerDeviceOpen: knownDevices.length > 0,
      wasSignedOut: false,
    }));
    return signedIn;
  }

  /** Signs out and wipes; soft tokens stay. When the server cannot be asked nothing is wiped, lest its tokens stay bound to nobody. */
  async signOut(): Promise<void> {
    await this.#connection.ask(deviceRoutes.signOut, {}).catch((error: unknown) => {
      if (!isRefusedWith(error, 'device-unknown')) throw error;
    });
    await this.#connection.update((state) => wipedState(state, state.server));
  }

  /** Goes to another server, for an installation that belongs to no account. @param server as `checkServer` answered it */
  async useServer(server: string): Promise<void> {
    await this.#connection.update((state) => {
      if (state.account !== null) throw new Error('this installation belongs to an account: sign out first');
      return wipedState(state, server);
    });
  }

  /**
   * Learns the server's view: tokens that left are removed and stand in `departed` with the reason until `dismissDeparted`;
   * claims whose answer was lost are asked again.
   */
  async sync(): Promise<DeviceState> {
    await applyServerView(this.#connection);
    for (const claim of (await this.state()).pendingClaims) {
      await proveClaim(this.#connection, claim).catch((error: unknown) => {
        // Refused for good is final and was settled; anything else stays pending for the next time.
        if (isRefusedWith(error, 'device-unknown')) throw error;
      });
    }
    await this.identity.show();
    return this.state();
  }

  async dismissDeparted(tokenId: string): Promise<void> {
    await this.#connection.update((state) => ({
      ...state,
      departed: state.departed.filter(({ id }) => id !== tokenId),
    }));
  }

  /** "+": what waits for this device. */
  async listWaiting(): Promise<Waiting[]> {
    return (await this.#connection.ask(deviceRoutes.listWaiting, {})).waiting;
  }

  /** *Done*: takes the tokens of one waiting recovery and proves their seeds. Interrupted, it is finished by the next `sync`. */
  async claim(waiting: Waiting): Promise<HeldToken[]> {
    return proveClaim(this.#connection, await rememberClaim(this.#connection, waiting));
  }

  /** Says that this is none of `knownDevices`. */
  async declineFormerDevice(): Promise<void> {
    await this.#connection.update((state) => ({ ...state, isFormerDeviceOpen: false }));
  }

  /** Asks again whether this is one of `knownDevices`. */
  async reconsiderFormerDevice(): Promise<void> {
    await this.#connection.update((state) => ({ ...state, isFormerDeviceOpen: state.knownDevices.length > 0 }));
  }

  /** "OK, bring my tokens back": a code is mailed. Repeated until answered, also after a restart, it opens one recovery. */
  async startReload(formerDevice: string): Promise<Recovery> {
    const reached = await this.#connection.update((state) => ({
      ...state,
      reload:
        state.reload?.formerDevice === formerDevice
          ? state.reload
          : { formerDevice, idempotencyKey: randomId(), recovery: null },
    }));
    const body = { formerDevice };
    const recovery = await this.#connection
      .ask(deviceRoutes.startReload, { body }, reached.reload?.idempotencyKey)
      .catch(async (error: unknown) => {
        if (!isUndecided(error)) await this.#connection.update((state) => ({ ...state, reload: null }));
        throw error;
      });
    await this.#connection.update((state) => ({
      ...state,
      reload: state.reload && { ...state.reload, recovery: recovery.id },
    }));
    return this.#noted(recovery);
  }

  async showRecovery(recovery: string): Promise<Recovery> {
    const shown = await this.#connection
      .ask(deviceRoutes.showRecovery, { params: { id: recovery } })
      .catch(async (error: unknown) => {
        if (isRefusedWith(error, 'not-found'))
          await this.#connection.update((state) => withoutRecovery(state, recovery));
        throw error;
      });
    return this.#noted(shown);
  }

  /** The answer is at `awaiting-device` when the code was right: then `takeBack`. */
  async enterMailCode(recovery: string, code: string): Promise<Recovery> {
    const asked = { params: { id: recovery }, body: { code } };
    return this.#noted(await this.#connection.ask(deviceRoutes.enterMailCode, asked));
  }

  async resendMailCode(recovery: string): Promise<Recovery> {
    const asked = { params: { id: recovery } };
    // A key of its own: a repeated request is the same resend, a second tap is another.
    return this.#noted(await this.#connection.ask(deviceRoutes.resendMailCode, asked, randomId()));
  }

  async cancelRecovery(recovery: string): Promise<Recovery> {
    const asked = { params: { id: recovery }, body: {} };
    return this.#noted(await this.#connection.ask(deviceRoutes.cancelRecovery, asked));
  }

  /** Claims what waits under `recovery`: the last step of a reload. NoAnswerError while the server does not list it yet. */
  takeBack(recovery: string): Promise<HeldToken[]> {
    return claimUnder(this.#connection, recovery);
  }

  /**
   * TOTP: the code at `now` (ms on the device's clock). HOTP: the next code; each call spends one counter, never the same twice.
   * @throws Error when the device holds no such token
   */
  code(tokenId: string, now = this.#connection.now()): Promise<Code> {
    return codeOf(this.#connection, tokenId, now);
  }

  async #signInWithKeys(request: SignInRequest): Promise<SignedInDevice> {
    // Stored before they are used: a sign-in whose answer is lost and that is tried again is the same device, not a second one.
    const made = (await this.state()).keys ?? (await makeKeys());
    const { keys } = await this.#connection.update((state) => ({ ...state, keys: state.keys ?? made }));
    const encryptionKey = await publicKeyOf((keys ?? made).encryption);
    return this.#connection.ask(deviceRoutes.signIn, { body: { ...request, encryptionKey } });
  }

  #noted(recovery: Recovery): Promise<Recovery> {
    return noteRecovery(this.#connection, recovery);
  }
}
