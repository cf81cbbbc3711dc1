import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Recovery } from '../../contracts/recoveries.ts';
import { fixedWidth } from '../appearance/theme.ts';

/** What a recovery moves. */
export function RecoveryTokens({ recovery }: { recovery: Recovery }) {
  return recovery.tokens.map(({ id, service, maskedSerial }) => (
    <Box key={id} sx={{ mb: 1 }}>
      <Typography variant="h2" sx={{ overflowWrap: 'anywhere' }}>
        {service.name}
      </Typography>
      <Typography variant="body2" color="textSecondary" sx={{ fontFamily: fixedWidth }}>
        {maskedSerial}
      </Typography>
    </Box>
  ));
}
