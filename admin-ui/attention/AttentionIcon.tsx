import NotificationImportantOutlinedIcon from '@mui/icons-material/NotificationImportantOutlined';
import Badge from '@mui/material/Badge';
import { useSidebarState } from 'react-admin';
import { useAttentionCount } from './use-attention-count.ts';

/** With the menu folded there is no room for a number: a dot tells that there is one. */
export function AttentionIcon() {
  const [isOpen] = useSidebarState();
  const count = useAttentionCount();
  return (
    <Badge variant="dot" color="error" invisible={isOpen || count === 0}>
      <NotificationImportantOutlinedIcon />
    </Badge>
  );
}
