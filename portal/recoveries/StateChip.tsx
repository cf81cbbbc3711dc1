import { Chip } from '@mui/material';
import type { Recovery } from '../../contracts/recoveries.ts';
import { spellState, stateColours } from './wording.ts';

export function StateChip({ recovery }: { recovery: Recovery }) {
  return <Chip size="small" label={spellState(recovery)} color={stateColours[recovery.state]} />;
}
