import Box from '@mui/material/Box';
import { amber } from './theme.ts';

export function KeyMark({ size = 26 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <g fill="none" stroke={amber} strokeWidth="3" strokeLinecap="round" strokeLinejoin="round">
        <circle cx="9.5" cy="16" r="5.5" />
        <path d="M15 16h14M23 16v5.5M28 16v4" />
      </g>
    </svg>
  );
}

export function Brand() {
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, mr: 2, userSelect: 'none' }}>
      <KeyMark />
      <Box component="span" sx={{ fontSize: '1.0625rem', fontWeight: 700, letterSpacing: '-0.01em' }}>
        Latchkey
      </Box>
      <Box
        component="span"
        sx={{ opacity: 0.75, fontSize: '0.8125rem', mt: '2px', display: { xs: 'none', sm: 'inline' } }}
      >
        Console
      </Box>
    </Box>
  );
}
