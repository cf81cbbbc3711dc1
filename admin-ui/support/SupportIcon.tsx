import SupportAgentIcon from '@mui/icons-material/SupportAgent';
import { DottedIcon } from '../listing/DottedIcon.tsx';

export function SupportIcon() {
  return <DottedIcon of="support" icon={<SupportAgentIcon />} />;
}
