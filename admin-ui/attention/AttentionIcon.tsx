import NotificationImportantOutlinedIcon from '@mui/icons-material/NotificationImportantOutlined';
import { DottedIcon } from '../listing/DottedIcon.tsx';

export function AttentionIcon() {
  return <DottedIcon of="attention" icon={<NotificationImportantOutlinedIcon />} />;
}
