import Chip from '@mui/material/Chip';
import { useTotal } from './use-total.ts';

/** Beside the menu entry of a list: how many wait there. */
export function Tally({ of }: { of: string }) {
  const count = useTotal(of);
  if (count === 0) return null;
  return <Chip size="small" color="warning" label={count > 999 ? '999+' : count} data-testid={`${of}-count`} />;
}
