import Box from '@mui/material/Box';
import { useGetIdentity } from 'react-admin';
import type { CaseDetail } from '../../contracts/recoveries.ts';
import type { RecreationCase } from '../../contracts/recreation.ts';
import { Panel } from '../display/Panel.tsx';
import { CallerActions } from './CallerActions.tsx';
import { KnownFacts } from './KnownFacts.tsx';
import { sentBack, standing } from './standing.ts';
import { SentBack, Verification } from './Verification.tsx';

interface WhoIsAskingProps {
  recovery: CaseDetail;
  recreation: RecreationCase;
}

/** What is known of whoever asks for their token, and how support makes sure of it. */
export function WhoIsAsking({ recovery, recreation }: WhoIsAskingProps) {
  const { identity } = useGetIdentity();
  const isWaiting = recovery.state === 'awaiting-support';
  const { userName } = recovery.account;
  const verification = recreation.support?.verification;
  const back = isWaiting ? sentBack(recovery.timeline) : undefined;
  return (
    <Panel title="Who is asking?">
      <KnownFacts recovery={recovery} recreation={recreation} />
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'center',
          justifyContent: 'space-between',
          gap: 2,
          px: 2,
          py: 1.5,
          borderTop: 1,
          borderColor: 'divider',
        }}
      >
        <Box sx={{ flex: '1 1 320px', minWidth: 0, display: 'grid', gap: 1 }}>
          {verification && <Verification verification={verification} isWaiting={isWaiting} />}
          {back && <SentBack entry={back} />}
          <Box data-testid="standing" sx={isWaiting ? { fontWeight: 600 } : { color: 'text.secondary' }}>
            {standing({ recreation, isWaiting, userName, me: identity?.id as string | undefined })}
          </Box>
        </Box>
        <CallerActions recovery={recovery} recreation={recreation} />
      </Box>
    </Panel>
  );
}
