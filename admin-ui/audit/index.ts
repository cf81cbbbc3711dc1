import FactCheckOutlinedIcon from '@mui/icons-material/FactCheckOutlined';
import { AuditList } from './AuditList.tsx';

export const audit = {
  name: 'audit',
  icon: FactCheckOutlinedIcon,
  options: { label: 'Audit' },
  list: AuditList,
};
