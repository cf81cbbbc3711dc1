import { Box, Card, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Brand } from '../shell/Brand.tsx';

/** The frame of every page that needs no sign-in. */
export function Doorstep({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Box
      component="main"
      sx={{
        minHeight: '100dvh',
        display: 'grid',
        placeItems: { xs: 'start center', sm: 'center' },
        p: { xs: 2, sm: 4 },
      }}
    >
      <title>{`${title} · Latchkey`}</title>
      <Stack spacing={3} sx={{ width: '100%', maxWidth: 440, pt: { xs: 2, sm: 0 } }}>
        <Brand />
        <Card sx={{ p: { xs: 3, sm: 4 }, borderTop: '4px solid', borderTopColor: 'secondary.main' }}>
          <Typography variant="h1" sx={{ mb: 2.5 }}>
            {title}
          </Typography>
          {children}
        </Card>
        <Typography variant="body2" sx={{ color: 'text.secondary', textAlign: 'center' }}>
          Latchkey never asks for your password or a code by e-mail or telephone.
        </Typography>
      </Stack>
    </Box>
  );
}
