import type { DeviceSummary } from '../contracts/tokens.ts';
import type { DeviceToken, DeviceTokens } from '../contracts/devices.ts';
import type { Candidate, DepartedToken, DeviceState, HeldToken, PendingClaim } from './state.ts';

/** A candidate becomes a token: its seed was proved by code 0 (HOTP) or by the code of `step` (TOTP). */
export function heldFrom(candidate: Candidate, claim: PendingClaim): HeldToken {
  return {
    ...candidate,
    isUsable: true,
    isMigrating: false,
    arrivedBy: claim.recovery,
    nextCounter: 1,
    spentStep: claim.step,
  };
}

/** The claimed tokens take their places, over what the device held of them before, and the claim is no longer pending. */
export function withClaimed(state: DeviceState, recovery: string, tokenIds: readonly string[]): DeviceState {
  const claim = state.pendingClaims.find((pending) => pending.recovery === recovery);
  if (claim === undefined) return state;
  const arrived = claim.candidates
    .filter(({ id }) => tokenIds.includes(id))
    .map((candidate) => heldFrom(candidate, claim));
  const isReload = state.reload?.recovery === recovery;
  const { activation } = state;
  const isActivated = activation?.at === 'recovery' && activation.recovery === recovery;
  const emptied = isReload ? state.reload?.formerDevice : undefined;
  return {
    ...state,
    // An installation without account belongs from now on to the one whose tokens it took.
    account:
      state.account ?? (isActivated ? { userName: activation.userName, email: null, device: activation.device } : null),
    activation: isActivated ? null : activation,
    wasSignedOut: state.wasSignedOut && !isActivated,
    tokens: [...state.tokens.filter(({ id }) => !arrived.some((token) => token.id === id)), ...arrived],
    pendingClaims: withoutClaim(state, recovery),
    departed: state.departed.filter(({ id }) => !arrived.some((token) => token.id === id)),
    reload: isReload ? null : state.reload,
    knownDevices: state.knownDevices.filter(({ id }) => id !== emptied),
    isFormerDeviceOpen: state.isFormerDeviceOpen && !isReload,
  };
}

/** What this installation is called at the server: also while it takes its first tokens and belongs to no account yet. */
export function ownDevice({ account, activation }: DeviceState): DeviceSummary | undefined {
  return account?.device ?? (activation?.at === 'recovery' ? activation.device : undefined);
}

export function withoutClaim(state: DeviceState, recovery: string): PendingClaim[] {
  return state.pendingClaims.filter((pending) => pending.recovery !== recovery);
}

/**
 * What the server says of this device's tokens, applied to what the device holds: updates what is listed, removes what left and
 * says why, and activates a claim whose answer was lost but whose tokens are listed.
 * @param asked the state when the question left. A token that arrived since is not touched: the answer may be older than it
 */
export function withServerView(asked: DeviceState, state: DeviceState, view: DeviceTokens): DeviceState {
  const departed: DepartedToken[] = [];
  const kept = state.tokens.flatMap((token) => {
    const listed = view.tokens.find(({ id }) => id === token.id);
    if (listed !== undefined) return [updated(token, listed)];
    const wasHeld = asked.tokens.some(({ id, arrivedBy }) => id === token.id && arrivedBy === token.arrivedBy);
    if (!wasHeld) return [token];
    const removed = view.removed.find(({ id }) => id === token.id);
    if (removed === undefined) return [{ ...token, isUsable: false }];
    departed.push({ ...removed, serial: token.serial });
    return [];
  });
  const known: DeviceState = {
    ...state,
    account: state.account && { ...state.account, device: view.device },
    tokens: kept,
    departed: [...state.departed.filter(({ id }) => !departed.some((gone) => gone.id === id)), ...departed],
  };
  return state.pendingClaims.reduce((reached, claim) => {
    const ids = claim.candidates.map(({ id }) => id);
    const isListed = ids.every((id) => view.tokens.some((token) => token.id === id));
    // A token held already says nothing of its new seed: only the claim itself can tell.
    const isNew = ids.every((id) => !kept.some((token) => token.id === id));
    return isListed && isNew ? withClaimed(reached, claim.recovery, ids) : reached;
  }, known);
}

function updated(token: HeldToken, { serial, service, isUsable, isMigrating }: DeviceToken): HeldToken {
  return { ...token, serial, service, isUsable, isMigrating };
}
