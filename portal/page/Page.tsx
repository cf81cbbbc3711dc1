import { Box, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';

interface PageProps {
  title: string;
  subtitle?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
}

export function Page({ title, subtitle, aside, children }: PageProps) {
  return (
    <Stack spacing={3}>
      <title>{`${title} · Latchkey`}</title>
      <Stack
        component="header"
        direction={{ xs: 'column', sm: 'row' }}
        spacing={2}
        sx={{ justifyContent: 'space-between', alignItems: { sm: 'flex-end' } }}
      >
        <Box sx={{ minWidth: 0 }}>
          <Typography variant="h1">{title}</Typography>
          {subtitle !== undefined && <Typography sx={{ color: 'text.secondary', mt: 0.5 }}>{subtitle}</Typography>}
        </Box>
        {aside}
      </Stack>
      {children}
    </Stack>
  );
}
