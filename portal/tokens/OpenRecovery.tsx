import { Box, Divider, Link } from '@mui/material';
import { Link as RouterLink } from 'react-router';
import type { Recovery } from '../../contracts/recoveries.ts';
import { NextSteps } from '../migration/NextSteps.tsx';
import { Answer } from '../page/Answer.tsx';
import { RecreationStanding } from '../recreation/RecreationStanding.tsx';
import { StandingInApp } from '../recoveries/StandingInApp.tsx';
import { useRecovery } from '../recoveries/use-recovery.ts';
import { WaitingForCode } from '../recoveries/WaitingForCode.tsx';
import { goesOnInApp } from '../recoveries/wording.ts';

/** The recovery that holds a token, where the token stands. */
export function OpenRecovery({ id }: { id: string }) {
  const recovery = useRecovery(id);
  const { data } = recovery;
  return (
    <Box sx={{ mt: 2 }}>
      <Divider sx={{ mb: 2 }} />
      {/* With something to show, that the server is away is said once: above the list. */}
      {data === undefined ? <Answer query={recovery}>{() => null}</Answer> : <Standing recovery={data} />}
      {data?.kind !== 'recreation' && (
        <Link component={RouterLink} to={`/recoveries/${id}`} variant="body2" sx={{ display: 'inline-block', mt: 2 }}>
          All steps of this recovery
        </Link>
      )}
    </Box>
  );
}

function Standing({ recovery }: { recovery: Recovery }) {
  if (recovery.endedAt === null && goesOnInApp(recovery.kind)) return <StandingInApp recovery={recovery} />;
  if (recovery.endedAt === null && recovery.kind === 'recreation') return <RecreationStanding recovery={recovery} />;
  if (recovery.state === 'proving') return <WaitingForCode recovery={recovery} />;
  // An ended recovery is told above the list; its token comes free with the next look.
  return recovery.state === 'awaiting-device' ? <NextSteps recovery={recovery} /> : null;
}
