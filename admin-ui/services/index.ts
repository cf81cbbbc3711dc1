import DnsOutlinedIcon from '@mui/icons-material/DnsOutlined';
import { ServiceList } from './ServiceList.tsx';

export const services = {
  name: 'services',
  icon: DnsOutlinedIcon,
  options: { label: 'Services' },
  list: ServiceList,
};
