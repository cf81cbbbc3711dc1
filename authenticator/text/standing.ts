import type { Identity } from '../../contracts/identities.ts';

/** "Ready to sign in · on 2 devices · backed up" */
export function standingOf(identity: Identity | null): string {
  if (identity === null) return 'Ready to sign in';
  if (identity.state === 'disabled') return 'Disabled: it signs in nowhere. Contact support.';
  if (identity.state === 'suspended') return 'Suspended after "this wasn\'t me". Contact support.';
  if (identity.state !== 'active') return 'Not ready to sign in';
  const where = identity.devices > 1 ? `on ${String(identity.devices)} devices` : 'on this device';
  const { isActive, isAllowed } = identity.restoration;
  const backUp = isActive ? ' · restore function active' : isAllowed ? ' · restore function not active' : '';
  return `Ready to sign in · ${where}${backUp}`;
}
