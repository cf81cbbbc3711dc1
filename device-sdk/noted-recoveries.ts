import type { Recovery } from '../contracts/recoveries.ts';
import { isOpen } from '../domain/words.ts';
import type { Connection } from './connection.ts';
import { withClaimed, withoutClaim } from './server-view.ts';
import type { DeviceState } from './state.ts';

/** A recovery that has ended, however, no longer stands in the way of the next. */
export async function noteRecovery(connection: Connection, recovery: Recovery): Promise<Recovery> {
  if (isOpen(recovery.state)) return recovery;
  await connection.update((state) => {
    // The answer to the claim was lost, but this says what it would have said.
    const restored = recovery.state === 'completed' ? withBoundIdentity(state, recovery.id) : state;
    return withoutRecovery(withActivated(restored, recovery), recovery.id);
  });
  return recovery;
}

function withActivated(state: DeviceState, { id, state: reached, toDevice }: Recovery): DeviceState {
  const { activation } = state;
  const isOurs = activation?.at === 'recovery' && activation.recovery === id && activation.device.id === toDevice?.id;
  if (!isOurs || reached !== 'completed') return state;
  const claimed = state.pendingClaims.find(({ recovery }) => recovery === id)?.candidates ?? [];
  return withClaimed(
    state,
    id,
    claimed.map((candidate) => candidate.id),
  );
}

/** No restore, reload, pairing, transfer or activation by this id. */
export function withoutRecovery(state: DeviceState, recovery: string): DeviceState {
  const left = withoutActivation(withoutRestore(state, recovery, 'all'), recovery);
  return {
    ...left,
    reload: left.reload?.recovery === recovery ? null : left.reload,
    pairing: left.pairing?.recovery === recovery ? null : left.pairing,
    transfer: left.transfer?.recovery === recovery ? null : left.transfer,
  };
}

/** Its claim, too: nothing would ever ask it again. */
function withoutActivation(state: DeviceState, recovery: string): DeviceState {
  if (state.activation?.at !== 'recovery' || state.activation.recovery !== recovery) return state;
  return { ...state, activation: null, pendingClaims: withoutClaim(state, recovery) };
}

/** @param what the claim alone, so that a passcode is chosen anew, or the whole restore */
export function withoutRestore(state: DeviceState, recovery: string, what: 'claim' | 'all'): DeviceState {
  if (state.restore?.at !== 'recovery' || state.restore.recovery !== recovery) return state;
  return { ...state, restore: what === 'all' ? null : { ...state.restore, claim: null } };
}

/** The claimed key takes its place, and an installation without account belongs to the one that it was restored for. */
export function withBoundIdentity(state: DeviceState, recovery: string): DeviceState {
  const { restore } = state;
  if (restore?.at !== 'recovery' || restore.recovery !== recovery || restore.claim === null) return state;
  const { device, userName, claim } = restore;
  const { id, name, key } = claim;
  return {
    ...state,
    account: state.account ?? { userName, email: null, device },
    heldIdentity: { id, name, key, wrongPasscodes: 0, arrivedBy: recovery },
    departed: state.departed.filter((gone) => gone.id !== id),
    identityDraft: null,
    restore: null,
    wasSignedOut: false,
  };
}
