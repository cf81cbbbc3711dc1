import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { ShowBase, useShowContext } from 'react-admin';
import type { CaseDetail } from '../../contracts/recoveries.ts';
import { useRefreshInterval } from '../connection/attendance.ts';
import { NotShown } from '../display/NotShown.tsx';
import { ProblemAlert } from '../display/ProblemAlert.tsx';
import { WhoIsAsking } from '../support/WhoIsAsking.tsx';
import { MailsPanel } from './MailsPanel.tsx';
import { RecoveryHead } from './RecoveryHead.tsx';
import { StandingPanel } from './StandingPanel.tsx';
import { TimelinePanel } from './TimelinePanel.tsx';
import { TokensPanel } from './TokensPanel.tsx';
import { TroubleAlert } from './TroubleAlert.tsx';

const refreshMs = 3000;
const shownInPlace = () => undefined;

/** The list knows less of a recovery than this page: `whole` keeps the two apart in the cache. */
const meta = { whole: true };

export function RecoveryShow() {
  const refetchInterval = useRefreshInterval(refreshMs);
  return (
    <ShowBase queryOptions={{ meta, refetchInterval, onError: shownInPlace }}>
      <RecoveryPage />
    </ShowBase>
  );
}

function RecoveryPage() {
  const { record, error } = useShowContext<CaseDetail>();
  if (record === undefined) return error ? <NotShown title="Recovery" error={error} /> : <Waiting />;
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <RecoveryHead recovery={record} error={error} />
      {error && <ProblemAlert error={error} severity="warning" />}
      {record.trouble && <TroubleAlert recovery={record} />}
      <StandingPanel recovery={record} />
      {record.recreation && <WhoIsAsking recovery={record} recreation={record.recreation} />}
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { xs: '1fr', lg: 'minmax(0, 1fr) minmax(0, 1fr)' },
          alignItems: 'start',
        }}
      >
        <TimelinePanel timeline={record.timeline} steps={record.steps} />
        <Box sx={{ display: 'grid', gap: 2 }}>
          <TokensPanel recovery={record} />
          <MailsPanel mails={record.mails} />
        </Box>
      </Box>
    </Box>
  );
}

function Waiting() {
  return (
    <Box sx={{ display: 'grid', gap: 2, pt: 3 }} role="status" aria-label="Loading">
      <Skeleton variant="rounded" height={48} />
      <Skeleton variant="rounded" height={180} />
      <Skeleton variant="rounded" height={260} />
    </Box>
  );
}
