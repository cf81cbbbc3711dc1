import MoveDownIcon from '@mui/icons-material/MoveDown';
import { RecoveryList } from './RecoveryList.tsx';
import { RecoveryShow } from './RecoveryShow.tsx';

export const recoveries = {
  name: 'recoveries',
  icon: MoveDownIcon,
  options: { label: 'Recoveries' },
  list: RecoveryList,
  show: RecoveryShow,
};
