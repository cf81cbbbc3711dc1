import type { Account } from '../../contracts/accounts.ts';
import { SoftChip } from '../display/SoftChip.tsx';

export function AccountStateChip({ state }: Pick<Account, 'state'>) {
  const isActive = state === 'active';
  return <SoftChip tone={isActive ? 'success' : 'muted'} label={isActive ? 'Active' : 'Disabled'} />;
}
