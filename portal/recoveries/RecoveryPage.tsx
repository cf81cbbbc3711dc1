import { Alert, Box, Card, Stack, Typography } from '@mui/material';
import { useParams } from 'react-router';
import type { Recovery } from '../../contracts/recoveries.ts';
import { NextSteps } from '../migration/NextSteps.tsx';
import { Answer } from '../page/Answer.tsx';
import { Page } from '../page/Page.tsx';
import { RecreationDesk } from '../recreation/RecreationDesk.tsx';
import { useRecreation } from '../recreation/use-recreation.ts';
import { RecoveryFacts } from './RecoveryFacts.tsx';
import { StandingInApp } from './StandingInApp.tsx';
import { StateChip } from './StateChip.tsx';
import { StepList } from './StepList.tsx';
import { useRecovery } from './use-recovery.ts';
import { WaitingForCode } from './WaitingForCode.tsx';
import { goesOnInApp, spellEnding, spellKind, spellTokens } from './wording.ts';

export function RecoveryPage() {
  const { id = '' } = useParams();
  const recovery = useRecovery(id);
  return (
    <Page title="Recovery" subtitle={recovery.data && `${spellKind(recovery.data)}: ${spellTokens(recovery.data)}`}>
      <Answer query={recovery}>{(data) => <Standing recovery={data} />}</Answer>
    </Page>
  );
}

function Standing({ recovery }: { recovery: Recovery }) {
  const reason = useRecreation(recovery).data?.reason ?? null;
  const ending = spellEnding(recovery, reason);
  const isAnew = recovery.kind === 'recreation';
  const isInApp = goesOnInApp(recovery.kind);
  return (
    <Stack spacing={3} useFlexGap>
      <Box role="status" sx={{ '&:empty': { display: 'none' } }}>
        {ending !== undefined && !(isAnew && recovery.state === 'completed') && (
          <Alert severity={recovery.state === 'completed' ? 'success' : 'info'}>{ending}</Alert>
        )}
      </Box>
      {recovery.endedAt === null && isInApp && <StandingInApp recovery={recovery} />}
      {isAnew && <RecreationDesk recovery={recovery} />}
      {recovery.state === 'proving' && !isInApp && !isAnew && <WaitingForCode recovery={recovery} />}
      <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { md: '3fr 2fr' } }}>
        <Card sx={{ p: { xs: 2.5, sm: 3 } }}>
          <Stack
            direction="row"
            spacing={1}
            useFlexGap
            sx={{ flexWrap: 'wrap', justifyContent: 'space-between', alignItems: 'flex-start', mb: 2.5 }}
          >
            <Typography variant="h2">Steps</Typography>
            <StateChip recovery={recovery} />
          </Stack>
          <StepList recovery={recovery} />
        </Card>
        <RecoveryFacts recovery={recovery} />
      </Box>
      {recovery.state === 'awaiting-device' && !isInApp && !isAnew && (
        <Card sx={{ p: { xs: 2.5, sm: 3 } }}>
          <NextSteps recovery={recovery} />
        </Card>
      )}
    </Stack>
  );
}
