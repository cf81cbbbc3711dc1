import type { Actor } from '../domain/words.ts';
import type { DeviceRef } from '../store/documents.ts';
import type { ApiDependencies } from './dependencies.ts';
import { tellOwner } from './owner-letters.ts';

/** The owner is told which device lost the identity, and by whom. */
export function tellOfUnpairing(
  deps: ApiDependencies,
  accountId: string,
  { model, shortId }: DeviceRef,
  actor: Actor,
  reason: string,
): Promise<void> {
  const isStaff = actor.kind === 'staff';
  return tellOwner(deps, accountId, {
    template: 'device-unpaired',
    facts: {
      device: `${model} (ID ${shortId})`,
      by: isStaff ? 'support' : 'you',
      reason,
      at: Date.now(),
      // Where staff sit is nobody's business outside.
      address: isStaff ? '' : (actor.address ?? ''),
      portalUrl: deps.settings.PORTAL_URL,
    },
  });
}
