import type { Identity, IdentityDevice, RestoreCodeShown, WaitingSignIn } from '../contracts/identities.ts';
import { deviceRoutes } from '../contracts/routes/device.ts';
import { isRefusedWith } from './asking.ts';
import type { Connection } from './connection.ts';
import { makeIdentityKey, signed, unlockIdentity, verified } from './identity-keys.ts';
import { learnIdentity } from './identity-view.ts';

/**
 * The identity of the account on this device. Whatever takes a passcode may throw WrongPasscodeError (the server was not asked) or
 * NoIdentityKeyError; where a passcode is chosen, WeakPasscodeError.
 */
export class IdentityOnDevice {
  readonly #connection: Connection;
  readonly #iterations: number;

  constructor(connection: Connection, iterations: number) {
    this.#connection = connection;
    this.#iterations = iterations;
  }

  /** Makes a key pair here, under the passcode. Asked again after a lost answer, it finds the identity that was made. */
  async create(passcode: string): Promise<Identity> {
    const made = (await this.#connection.state()).identityDraft === null ? null : await this.show();
    if (made?.isHere === true) {
      // The passcode of the time counts; another one is told to be wrong.
      await unlockIdentity(this.#connection, passcode);
      return made;
    }
    const { key, signing } = await makeIdentityKey(passcode, this.#iterations);
    await this.#connection.update((state) => ({ ...state, identityDraft: key }));
    const purpose = 'create-identity';
    const { challenge } = await this.#connection.ask(deviceRoutes.askChallenge, { body: { purpose } });
    const proof = await signed(this.#connection, signing, { purpose, token: '', challenge, about: '' });
    await this.#connection
      .ask(deviceRoutes.createIdentity, { body: { publicKey: key.publicKey, proof } })
      .catch(async (error: unknown) => {
        if (!isRefusedWith(error, 'identity-exists') || (await this.show())?.isHere !== true) throw error;
      });
    return this.#present();
  }

  /** The server's view, null when the account has no identity. Wipes the key here when it is no longer wanted. */
  show(): Promise<Identity | null> {
    return learnIdentity(this.#connection);
  }

  async listSignIns(): Promise<WaitingSignIn[]> {
    return (await this.#connection.ask(deviceRoutes.listSignIns, {})).signIns;
  }

  /** @param number the one of `choices` that the service shows; a wrong one refuses the sign-in */
  async approveSignIn(signIn: WaitingSignIn, number: string, passcode: string): Promise<Identity> {
    const { id: token, signing } = await unlockIdentity(this.#connection, passcode);
    const { challenge } = signIn;
    const proof = await signed(this.#connection, signing, { purpose: 'sign-in', token, challenge, about: number });
    const asked = { params: { id: signIn.id }, body: { number, proof } };
    return this.#noted(await this.#connection.ask(deviceRoutes.approveSignIn, asked));
  }

  /** "This wasn't me"; needs no passcode, for it gives nothing away. */
  async refuseSignIn(signInId: string): Promise<void> {
    await this.#connection.ask(deviceRoutes.refuseSignIn, { params: { id: signInId } });
  }

  /** NOT NOW: "Back up your identity" is never asked again. */
  async declineBackUp(): Promise<Identity> {
    return this.#noted(await this.#connection.ask(deviceRoutes.declineBackUp, {}));
  }

  /** A new restore code; it counts from `confirmRestoreCode` on, and ends the former one then. */
  async issueRestoreCode(passcode: string): Promise<RestoreCodeShown> {
    const proof = await verified(this.#connection, 'issue-restore-code', '', passcode);
    return this.#connection.ask(deviceRoutes.issueRestoreCode, { body: { proof } });
  }

  /** @param lastGroup what follows the third hyphen */
  async confirmRestoreCode(lastGroup: string): Promise<Identity> {
    return this.#noted(await this.#connection.ask(deviceRoutes.confirmRestoreCode, { body: { lastGroup } }));
  }

  async showRestoreCode(passcode: string): Promise<RestoreCodeShown> {
    const proof = await verified(this.#connection, 'show-restore-code', '', passcode);
    return this.#connection.ask(deviceRoutes.showRestoreCode, { body: { proof } });
  }

  async disableRestoration(passcode: string): Promise<Identity> {
    const proof = await verified(this.#connection, 'disable-restoration', '', passcode);
    return this.#noted(await this.#connection.ask(deviceRoutes.disableRestoration, { body: { proof } }));
  }

  async devices(): Promise<IdentityDevice[]> {
    return (await this.#connection.ask(deviceRoutes.listIdentityDevices, {})).devices;
  }

  /** @param confirmLast said after the warning that it is the last one; without it `last-device` is refused */
  async unpair(deviceId: string, passcode: string, { confirmLast = false } = {}): Promise<IdentityDevice[]> {
    const proof = await verified(this.#connection, 'unpair-device', deviceId, passcode);
    const asked = { params: { id: deviceId }, body: { proof, confirmLast } };
    const devices = await this.#connection.ask(deviceRoutes.unpairDevice, asked).then(
      (answer) => answer.devices,
      async (error: unknown) => {
        // Unpaired before, by an asking whose answer was lost.
        const left = isRefusedWith(error, 'not-found') ? await this.devices() : undefined;
        if (left === undefined || left.some(({ id }) => id === deviceId)) throw error;
        return left;
      },
    );
    await this.show();
    return devices;
  }

  async #present(): Promise<Identity> {
    const identity = await this.show();
    if (identity === null) throw new Error('the identity vanished in the moment of its creation');
    return identity;
  }

  async #noted(identity: Identity): Promise<Identity> {
    await this.#connection.update((state) => ({ ...state, identity }));
    return identity;
  }
}
