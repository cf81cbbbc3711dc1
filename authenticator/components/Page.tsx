import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import type { ReactNode } from 'react';

/** A screen: a bar on top or, where it stands by itself, some air; below, one column no wider than a phone held sideways. */
export function Page({ bar, children }: { bar?: ReactNode; children: ReactNode }) {
  return (
    <Stack sx={{ minHeight: '100dvh', maxWidth: bar === undefined ? 440 : 560, mx: 'auto', px: 2.5 }}>
      {bar}
      <Box
        component="main"
        sx={{
          flex: 1,
          display: 'flex',
          flexDirection: 'column',
          gap: 2.5,
          pt: bar === undefined ? 'clamp(32px, 9vh, 112px)' : 1,
          pb: 'calc(32px + env(safe-area-inset-bottom))',
        }}
      >
        {children}
      </Box>
    </Stack>
  );
}
