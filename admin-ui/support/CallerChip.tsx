import { SoftChip } from '../display/SoftChip.tsx';

/** Whose turn it is. */
export function CallerChip({ isVerified }: { isVerified: boolean }) {
  return isVerified ? (
    <SoftChip tone="primary" label="Verified: a supervisor decides" data-testid="caller" />
  ) : (
    <SoftChip tone="warning" label="Not verified yet" data-testid="caller" />
  );
}
