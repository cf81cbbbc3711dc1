import { SupportIcon } from './SupportIcon.tsx';
import { SupportList } from './SupportList.tsx';

export const support = {
  name: 'support',
  icon: SupportIcon,
  options: { label: 'Support queue' },
  list: SupportList,
};
