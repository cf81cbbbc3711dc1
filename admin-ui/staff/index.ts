import BadgeOutlinedIcon from '@mui/icons-material/BadgeOutlined';
import { StaffCreate } from './StaffCreate.tsx';
import { StaffList } from './StaffList.tsx';

export const staff = {
  name: 'staff',
  icon: BadgeOutlinedIcon,
  options: { label: 'Staff' },
  list: StaffList,
  create: StaffCreate,
};
