import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

interface PageHeadProps {
  title: string;
  about?: ReactNode;
  children?: ReactNode;
}

/** The heading of a page, and what can be done there. */
export function PageHead({ title, about, children }: PageHeadProps) {
  return (
    <Box component="header" sx={{ display: 'flex', alignItems: 'center', gap: 1.5, pt: 2.5, pb: 1.75, minHeight: 84 }}>
      <title>{`${title} · Latchkey`}</title>
      <Box sx={{ flexGrow: 1, minWidth: 0 }}>
        <Typography variant="h1">{title}</Typography>
        {about && (
          <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.25 }}>
            {about}
          </Typography>
        )}
      </Box>
      {children}
    </Box>
  );
}
