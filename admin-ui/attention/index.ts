import { AttentionIcon } from './AttentionIcon.tsx';
import { AttentionList } from './AttentionList.tsx';

export const attention = {
  name: 'attention',
  icon: AttentionIcon,
  options: { label: 'Needs attention' },
  list: AttentionList,
};
