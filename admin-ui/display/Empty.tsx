import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

interface EmptyProps {
  icon: ReactNode;
  title: string;
  children?: ReactNode;
}

/** A list without rows says what that means, and what could be done. */
export function Empty({ icon, title, children }: EmptyProps) {
  return (
    <Box sx={{ py: 9, px: 3, textAlign: 'center' }} data-testid="empty">
      <Box
        sx={{
          width: 64,
          height: 64,
          mx: 'auto',
          mb: 2,
          borderRadius: '50%',
          display: 'grid',
          placeItems: 'center',
          color: 'primary.main',
          bgcolor: 'action.hover',
          '& svg': { fontSize: 32 },
        }}
      >
        {icon}
      </Box>
      <Typography variant="h2" component="p" gutterBottom>
        {title}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', maxWidth: 440, mx: 'auto' }}>
        {children}
      </Typography>
    </Box>
  );
}
