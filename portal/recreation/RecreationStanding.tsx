import { Alert, Button, Stack } from '@mui/material';
import { Link } from 'react-router';
import type { Recovery } from '../../contracts/recoveries.ts';
import { When } from '../page/When.tsx';
import { spellState } from '../recoveries/wording.ts';

/** Where a token stands that is being made anew, and the way on. */
export function RecreationStanding({ recovery }: { recovery: Recovery }) {
  return (
    <Alert
      role="note"
      severity={recovery.state === 'awaiting-support' ? 'info' : 'warning'}
      variant="outlined"
      sx={{ alignItems: { sm: 'center' }, '& .MuiAlert-message': { flexGrow: 1 } }}
    >
      <Stack
        direction={{ xs: 'column', sm: 'row' }}
        spacing={1.5}
        sx={{ justifyContent: 'space-between', alignItems: { xs: 'flex-start', sm: 'center' } }}
      >
        <span>
          Being made anew: {spellState(recovery).replace(/^W/, 'w')}. Open until <When at={recovery.deadline} />.
        </span>
        <Button component={Link} to={`/recoveries/${recovery.id}`} variant="contained" color="secondary">
          CONTINUE
        </Button>
      </Stack>
    </Alert>
  );
}
