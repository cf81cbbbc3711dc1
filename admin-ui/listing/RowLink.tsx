import Link from '@mui/material/Link';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';

interface RowLinkProps {
  to: string;
  label?: string;
  children: ReactNode;
}

/** A click anywhere on a row opens it; this is the way for a keyboard, and for another tab. */
export function RowLink({ to, label, children }: RowLinkProps) {
  return (
    <Link
      component={RouterLink}
      to={to}
      aria-label={label}
      // The row would open it a second time, and "back" would lead here again.
      onClick={(event) => {
        event.stopPropagation();
      }}
      underline="hover"
      color="inherit"
      sx={{ fontWeight: 600 }}
    >
      {children}
    </Link>
  );
}
