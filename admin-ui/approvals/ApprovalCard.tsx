import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router';
import type { Approval } from '../../contracts/restoration.ts';
import { Moment } from '../display/Moment.tsx';
import { howWords } from '../help/help.ts';
import { ways } from '../identity/ways.tsx';
import { ApprovalActions } from './ApprovalActions.tsx';
import { ApprovalStateChip } from './ApprovalStateChip.tsx';

/** Who wants what for whom, and all that a second person needs to judge it. */
export function ApprovalCard({ approval }: { approval: Approval }) {
  const { account, way, state, requestedBy } = approval;
  return (
    <Box
      component="li"
      data-testid={`approval-${approval.id}`}
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', md: '1fr auto' },
        gap: 1.5,
        p: 2,
        borderBottom: 1,
        borderColor: 'divider',
        '&:last-of-type': { borderBottom: 0 },
      }}
    >
      <Box sx={{ minWidth: 0 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 1 }}>
          <ApprovalStateChip state={state} />
          <Box sx={{ fontWeight: 650 }}>
            {ways[way].label} ·{' '}
            <Link component={RouterLink} to={`/accounts/${account.id}/show`} underline="hover">
              {account.userName}
            </Link>
          </Box>
        </Box>
        <Box sx={{ mb: 1 }}>
          {requestedBy.name} asked to {ways[way].deed(account.userName)}.
        </Box>
        <Facts approval={approval} />
      </Box>
      <ApprovalActions approval={approval} />
    </Box>
  );
}

function Facts({ approval }: { approval: Approval }) {
  const { callerCheck, reason, requestedAt, expiresAt, decidedBy, state } = approval;
  const isOpen = state === 'waiting' || state === 'approved';
  return (
    <Box
      component="dl"
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', sm: '132px 1fr' },
        columnGap: 2,
        rowGap: { xs: 0.25, sm: 0.5 },
        m: 0,
        fontSize: '0.8125rem',
        '& dt': { color: 'text.secondary', mt: { xs: 0.5, sm: 0 } },
        '& dd': { m: 0, overflowWrap: 'anywhere' },
      }}
    >
      <dt>Caller verified</dt>
      <dd>
        {howWords[callerCheck.how]}: {callerCheck.note}
      </dd>
      <dt>Reason</dt>
      <dd>{reason}</dd>
      <dt>Asked</dt>
      <dd>
        <Moment at={requestedAt} />
      </dd>
      {decidedBy !== null && (
        <>
          <dt>Decided by</dt>
          <dd>{decidedBy.name}</dd>
        </>
      )}
      {isOpen && (
        <>
          <dt>Expires</dt>
          <dd>
            <Moment at={expiresAt} />
          </dd>
        </>
      )}
    </Box>
  );
}
