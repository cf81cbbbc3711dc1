import { NoAnswerError } from '../contracts/client.ts';
import { deviceRoutes } from '../contracts/routes/device.ts';
import { isRefusedWith } from './asking.ts';
import type { Connection } from './connection.ts';
import { makeIdentityKey, signed } from './identity-keys.ts';
import type { IdentityClaim } from './identity-state.ts';
import { withBoundIdentity, withoutRestore } from './noted-recoveries.ts';

/** Makes the new key pair and remembers it with its proof before anything is sent. */
export async function prepareClaim(
  connection: Connection,
  recovery: string,
  passcode: string,
  iterations: number,
): Promise<IdentityClaim> {
  const { waiting } = await connection.ask(deviceRoutes.listWaiting, {});
  const offered = waiting.find((one) => one.recovery === recovery)?.identity ?? null;
  if (offered === null) throw new NoAnswerError(`no identity waits under ${recovery} yet`);
  const { id, name, challenge } = offered;
  const { key, signing } = await makeIdentityKey(passcode, iterations);
  const proof = await signed(connection, signing, { purpose: 'bind', token: id, challenge, about: recovery });
  const claim = { id, name, key, proof };
  await connection.update((state) =>
    state.restore?.at === 'recovery' && state.restore.recovery === recovery
      ? { ...state, restore: { ...state.restore, claim } }
      : state,
  );
  return claim;
}

/**
 * Posts a remembered claim; on success this device has the identity and, if it had none, the account.
 * @throws ProblemError when refused. A claim that came too late is forgotten, and a passcode has to be chosen anew
 */
export async function bindIdentity(connection: Connection, claim: IdentityClaim): Promise<void> {
  const { restore } = await connection.state();
  if (restore?.at !== 'recovery') throw new Error('no restore is under way');
  const { recovery } = restore;
  const { id, key, proof } = claim;
  const body = { proofs: [{ token: id, publicKey: key.publicKey, proof }] };
  try {
    await connection.ask(deviceRoutes.claim, { params: { id: recovery }, body });
  } catch (error) {
    if (!isRefusedWith(error, 'wrong-code', 'verification-failed', 'wrong-step', 'already-finished')) throw error;
    // An earlier posting may have arrived although its answer did not.
    const shown = await connection.ask(deviceRoutes.showRecovery, { params: { id: recovery } });
    const isOurs = shown.state === 'completed' && shown.toDevice?.id === restore.device.id;
    if (!isOurs) {
      const isStale = isRefusedWith(error, 'wrong-code', 'verification-failed');
      await connection.update((state) => withoutRestore(state, recovery, isStale ? 'claim' : 'all'));
      throw error;
    }
  }
  await connection.update((state) => withBoundIdentity(state, recovery));
}
