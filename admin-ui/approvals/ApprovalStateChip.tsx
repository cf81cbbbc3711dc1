import type { Approval } from '../../contracts/restoration.ts';
import { SoftChip, type Tone } from '../display/SoftChip.tsx';

const looks: Record<Approval['state'], { label: string; tone: Tone }> = {
  waiting: { label: 'Waiting', tone: 'warning' },
  approved: { label: 'Approved', tone: 'primary' },
  refused: { label: 'Refused', tone: 'error' },
  used: { label: 'Used', tone: 'success' },
  expired: { label: 'Expired', tone: 'muted' },
  void: { label: 'Void', tone: 'muted' },
};

export function ApprovalStateChip({ state }: Pick<Approval, 'state'>) {
  return <SoftChip {...looks[state]} data-testid="approval-state" />;
}
