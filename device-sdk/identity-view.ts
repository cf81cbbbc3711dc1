import type { RemovedToken } from '../contracts/devices.ts';
import type { Identity } from '../contracts/identities.ts';
import { deviceRoutes } from '../contracts/routes/device.ts';
import { identityService } from '../domain/words.ts';
import type { Connection } from './connection.ts';
import type { DepartedToken, DeviceState } from './state.ts';

/** Asks for the identity and applies the answer: a key that the server no longer knows is wiped, and the reason stays to be read. */
export async function learnIdentity(connection: Connection): Promise<Identity | null> {
  const asked = await connection.state();
  const { identity } = await connection.ask(deviceRoutes.showIdentity, {});
  const isGone = asked.heldIdentity !== null && identity?.isHere !== true;
  const removed = isGone ? (await connection.ask(deviceRoutes.listTokens, {})).removed : [];
  const at = new Date(connection.now() + asked.clockOffsetMs).toISOString();
  await connection.update((state) => withIdentity(asked, state, identity, removed, at));
  return identity;
}

/**
 * What the server says of the identity, applied to what the device holds.
 * @param asked the state when the question left: a key that came since is not touched, the answer may be older than it
 */
export function withIdentity(
  asked: DeviceState,
  state: DeviceState,
  identity: Identity | null,
  removed: RemovedToken[],
  at: string,
): DeviceState {
  const { heldIdentity: held, identityDraft: draft } = state;
  if (held?.arrivedBy !== asked.heldIdentity?.arrivedBy) return state;
  if (identity?.isHere === true) {
    // The answer to a creation was lost: its key is the one that the server knows.
    const { id, name } = identity;
    const created = draft && { id, name, key: draft, wrongPasscodes: 0, arrivedBy: 'created' };
    return { ...state, identity, heldIdentity: held ?? created, identityDraft: null };
  }
  if (held === null) return { ...state, identity };
  const told = removed.find(({ id }) => id === held.id);
  const gone: DepartedToken = {
    ...(told ?? {
      id: held.id,
      service: identityService,
      reason: identity === null ? 'deleted' : 'unpaired',
      to: null,
      at,
    }),
    serial: identity?.serial ?? state.identity?.serial ?? held.name,
  };
  const departed = [...state.departed.filter(({ id }) => id !== held.id), gone];
  return { ...state, identity, heldIdentity: null, departed, pairing: null };
}
