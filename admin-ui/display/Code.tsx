import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { monospace } from '../layout/theme.ts';

/** Serials, ids and keys: told apart character by character. */
export function Code({ children, breaks = false }: { children: ReactNode; breaks?: boolean }) {
  return (
    <Box
      component="code"
      sx={{
        fontFamily: monospace,
        fontSize: '0.92em',
        ...(breaks ? { overflowWrap: 'anywhere' } : { whiteSpace: 'nowrap' }),
      }}
    >
      {children}
    </Box>
  );
}
