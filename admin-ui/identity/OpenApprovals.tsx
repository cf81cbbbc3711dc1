import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router';
import type { Approval } from '../../contracts/restoration.ts';
import { ApprovalStateChip } from '../approvals/ApprovalStateChip.tsx';
import { Moment } from '../display/Moment.tsx';
import { ways } from './ways.tsx';

interface OpenApprovalsProps {
  approvals: Approval[];
  onUse: (approval: Approval) => void;
}

/** What has been asked for this account and still matters. */
export function OpenApprovals({ approvals, onUse }: OpenApprovalsProps) {
  const open = approvals.filter(({ state }) => state === 'waiting' || state === 'approved');
  if (open.length === 0) return null;
  return (
    <Box component="ul" aria-label="Approvals of this account" sx={{ listStyle: 'none', m: 0, mt: 1.5, p: 0 }}>
      {open.map((approval) => (
        <Box
          component="li"
          key={approval.id}
          sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, py: 0.5, fontSize: '0.8125rem' }}
        >
          <ApprovalStateChip state={approval.state} />
          <strong>{ways[approval.way].label}</strong>
          <span>
            asked by {approval.requestedBy.name}, expires <Moment at={approval.expiresAt} />
          </span>
          {approval.mayUse && (
            <Button
              size="small"
              variant="contained"
              onClick={() => {
                onUse(approval);
              }}
            >
              Use it
            </Button>
          )}
          {approval.mayDecide && (
            <Link component={RouterLink} to="/approvals">
              Decide
            </Link>
          )}
        </Box>
      ))}
    </Box>
  );
}
