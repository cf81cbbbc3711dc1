import type { Account } from '../../contracts/accounts.ts';
import { SoftChip } from './SoftChip.tsx';

/** Whether an account, or somebody of the staff, may sign in. */
export function ActiveChip({ state }: Pick<Account, 'state'>) {
  const isActive = state === 'active';
  return <SoftChip tone={isActive ? 'success' : 'muted'} label={isActive ? 'Active' : 'Disabled'} />;
}
