import { Chip } from '@mui/material';
import type { Recovery } from '../../contracts/recoveries.ts';
import { stateColours, stateNames } from './wording.ts';

export function StateChip({ state }: { state: Recovery['state'] }) {
  return <Chip size="small" label={stateNames[state]} color={stateColours[state]} />;
}
