import Badge from '@mui/material/Badge';
import type { ReactNode } from 'react';
import { useSidebarState } from 'react-admin';
import { useTotal } from './use-total.ts';

interface DottedIconProps {
  /** The list. */
  of: string;
  icon: ReactNode;
}

/** With the menu folded there is no room for a number: a dot tells that there is one. */
export function DottedIcon({ of, icon }: DottedIconProps) {
  const [isOpen] = useSidebarState();
  const count = useTotal(of);
  return (
    <Badge variant="dot" color="error" invisible={isOpen || count === 0}>
      {icon}
    </Badge>
  );
}
