import PeopleOutlineIcon from '@mui/icons-material/PeopleOutlined';
import { AccountCreate } from './AccountCreate.tsx';
import { AccountList } from './AccountList.tsx';
import { AccountShow } from './AccountShow.tsx';

export const accounts = {
  name: 'accounts',
  icon: PeopleOutlineIcon,
  options: { label: 'Accounts' },
  list: AccountList,
  show: AccountShow,
  create: AccountCreate,
};
