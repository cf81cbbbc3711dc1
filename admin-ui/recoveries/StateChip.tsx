import type { RecoveryState } from '../../domain/words.ts';
import { SoftChip, type Tone } from '../display/SoftChip.tsx';
import { stateWords } from './words.ts';

const tones: Record<RecoveryState, Tone> = {
  proving: 'secondary',
  'awaiting-support': 'info',
  'awaiting-device': 'primary',
  completed: 'success',
  cancelled: 'muted',
  expired: 'warning',
  locked: 'error',
  failed: 'error',
};

export function StateChip({ state }: { state: RecoveryState }) {
  return <SoftChip tone={tones[state]} label={stateWords[state]} data-testid="state" />;
}
