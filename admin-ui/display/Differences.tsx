import Box from '@mui/material/Box';
import type { Difference } from './settings.ts';

/** What will be different: before → after. */
export function Differences({ of }: { of: Difference[] }) {
  return (
    <Box component="dl" sx={{ m: 0, mb: 1.5, display: 'grid', gap: 1 }} data-testid="differences">
      {of.map(({ title, before, after }) => (
        <div key={title}>
          <Box component="dt" sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
            {title}
          </Box>
          <Box component="dd" sx={{ m: 0, fontWeight: 650, overflowWrap: 'anywhere' }}>
            {before} → {after}
          </Box>
        </div>
      ))}
    </Box>
  );
}
