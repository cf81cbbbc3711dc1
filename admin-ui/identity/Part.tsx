import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useId, type ReactNode } from 'react';

interface PartProps {
  title: string;
  mark?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}

/** A part of the identity's panel, under a heading of its own. */
export function Part({ title, mark, action, children }: PartProps) {
  const id = useId();
  return (
    <Box component="section" aria-labelledby={id} sx={{ px: 2, py: 1.5, borderTop: 1, borderColor: 'divider' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 0.75 }}>
        <Typography id={id} component="h3" sx={{ fontWeight: 650 }}>
          {title}
        </Typography>
        {mark}
        <Box sx={{ ml: 'auto' }}>{action}</Box>
      </Box>
      {children}
    </Box>
  );
}
