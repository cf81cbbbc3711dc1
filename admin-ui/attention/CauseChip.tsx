import type { TroubleCause } from '../../domain/words.ts';
import { SoftChip, type Tone } from '../display/SoftChip.tsx';
import { causeWords } from './causes.ts';

const tones: Record<TroubleCause, Tone> = {
  'deadline-passed': 'error',
  'support-late': 'error',
  'activity-failing': 'error',
  'mail-bounced': 'warning',
  'workflow-gone': 'error',
  'not-me': 'error',
  locked: 'warning',
  expired: 'muted',
  failed: 'error',
};

export function CauseChip({ cause }: { cause: TroubleCause }) {
  return <SoftChip tone={tones[cause]} label={causeWords[cause]} data-testid="cause" />;
}
