import LockOutlinedIcon from '@mui/icons-material/LockOutlined';
import { Empty } from '../display/Empty.tsx';

export function NotAllowedPage() {
  return (
    <Empty icon={<LockOutlinedIcon />} title="Your role may not open this page">
      Ask somebody whose role allows it, or choose another page from the menu.
    </Empty>
  );
}
