import type { CaseRow } from '../../contracts/recoveries.ts';
import { SoftChip } from '../display/SoftChip.tsx';

/** Whose turn it is. */
export function CallerChip({ isVerified, verifiedUntil }: NonNullable<CaseRow['support']>) {
  if (isVerified) return <SoftChip tone="primary" label="Verified: a supervisor decides" data-testid="caller" />;
  const label = verifiedUntil === null ? 'Not verified yet' : 'Verify again: too long ago';
  return <SoftChip tone="warning" label={label} data-testid="caller" />;
}
