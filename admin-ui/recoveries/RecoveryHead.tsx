import OpenInNewIcon from '@mui/icons-material/OpenInNew';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router';
import type { CaseDetail } from '../../contracts/recoveries.ts';
import { LiveMark } from '../layout/LiveMark.tsx';
import { ActionButtons } from './ActionButtons.tsx';
import { StateChip } from './StateChip.tsx';
import { titleOf } from './words.ts';

interface RecoveryHeadProps {
  recovery: CaseDetail;
  error: unknown;
}

export function RecoveryHead({ recovery, error }: RecoveryHeadProps) {
  const { state, account, workflow } = recovery;
  const title = `${titleOf(recovery)} for ${account.userName}`;
  return (
    <Box component="header" sx={{ pt: 2 }}>
      <title>{`${title} · Latchkey`}</title>
      <Box component="nav" aria-label="Breadcrumb" sx={{ fontSize: '0.8125rem', mb: 0.5 }}>
        <Link component={RouterLink} to="/recoveries" underline="hover">
          Recoveries
        </Link>
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5 }}>
        <Typography variant="h1">{title}</Typography>
        <StateChip state={state} />
        <LiveMark error={error} everySeconds={3} />
        <Box sx={{ flexGrow: 1 }} />
        <ActionButtons recovery={recovery} />
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2, mt: 0.25 }}>
        <Link component={RouterLink} to={`/accounts/${account.id}/show`} underline="hover">
          {account.userName} · {account.email}
        </Link>
        {workflow.url !== null && (
          <Button
            size="small"
            href={workflow.url}
            target="_blank"
            rel="noopener noreferrer"
            endIcon={<OpenInNewIcon sx={{ '&&': { fontSize: 15 } }} />}
          >
            Open workflow in Temporal
          </Button>
        )}
      </Box>
    </Box>
  );
}
