import Chip from '@mui/material/Chip';
import { useAttentionCount } from './use-attention-count.ts';

/** Beside the menu entry. */
export function AttentionCount() {
  const count = useAttentionCount();
  if (count === 0) return null;
  return <Chip size="small" color="warning" label={count > 999 ? '999+' : count} data-testid="attention-count" />;
}
