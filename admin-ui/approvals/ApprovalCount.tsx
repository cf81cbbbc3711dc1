import Chip from '@mui/material/Chip';
import { useApprovals } from './use-approvals.ts';

/** Beside the menu entry: how many wait for whoever is signed in. */
export function ApprovalCount() {
  const count = useApprovals().filter(({ mayDecide }) => mayDecide).length;
  if (count === 0) return null;
  return <Chip size="small" color="warning" label={count} data-testid="approval-count" />;
}
