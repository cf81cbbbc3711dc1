import Box from '@mui/material/Box';
import { figures } from '../appearance/theme.ts';

/** Two digits to be compared across a table. */
export function Digits({ digits }: { digits: string }) {
  return (
    <Box
      data-testid="pairing-digits"
      aria-label={`The digits ${digits.split('').join(' ')}`}
      role="img"
      sx={{
        alignSelf: 'center',
        ...figures,
        fontSize: '5.5rem',
        lineHeight: 1.15,
        letterSpacing: '0.08em',
        pl: '0.08em',
        color: 'primary.main',
      }}
    >
      {digits}
    </Box>
  );
}
