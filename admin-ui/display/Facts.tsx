import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

/** Label and value side by side, as many in a row as fit. */
export function Facts({ children }: { children: ReactNode }) {
  return (
    <Box
      component="dl"
      sx={{
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fit, minmax(104px, 1fr))',
        gap: 2,
        m: 0,
        px: 2,
        pt: 1,
        pb: 1.75,
      }}
    >
      {children}
    </Box>
  );
}

interface FactProps {
  label: string;
  note?: ReactNode;
  children: ReactNode;
}

export function Fact({ label, note, children }: FactProps) {
  return (
    <Box>
      <Box component="dt" sx={{ color: 'text.secondary', fontSize: '0.75rem', fontWeight: 600 }}>
        {label}
      </Box>
      <Box component="dd" sx={{ m: 0, mt: 0.25, fontWeight: 600 }}>
        {children}
        {note && <Box sx={{ color: 'text.secondary', fontSize: '0.75rem', fontWeight: 400, mt: 0.25 }}>{note}</Box>}
      </Box>
    </Box>
  );
}
