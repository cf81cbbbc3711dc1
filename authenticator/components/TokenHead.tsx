import Chip from '@mui/material/Chip';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { fixedWidth } from '../appearance/theme.ts';
import type { HeldToken } from '../../device-sdk/state.ts';

/** What a token is for, its serial number, and what is special about it now. */
export function TokenHead({ token }: { token: HeldToken }) {
  return (
    <>
      <Stack direction="row" sx={{ gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
        <Typography variant="h2" sx={{ overflowWrap: 'anywhere' }}>
          {token.service.name}
        </Typography>
        {token.isMigrating && <Chip label="migrating" size="small" color="secondary" data-testid="migrating" />}
        {!token.isUsable && <Chip label="not usable" size="small" data-testid="not-usable" />}
      </Stack>
      <Typography variant="body2" color="textSecondary" sx={{ fontFamily: fixedWidth }}>
        {token.serial}
      </Typography>
      {!token.isUsable && (
        <Typography variant="body2" color="textSecondary" sx={{ mt: 0.5 }}>
          Locked, disabled or suspended; the portal says which.
        </Typography>
      )}
    </>
  );
}
