import HowToRegOutlinedIcon from '@mui/icons-material/HowToRegOutlined';
import { ApprovalList } from './ApprovalList.tsx';

export const approvals = {
  name: 'approvals',
  icon: HowToRegOutlinedIcon,
  options: { label: 'Approvals' },
  list: ApprovalList,
};
