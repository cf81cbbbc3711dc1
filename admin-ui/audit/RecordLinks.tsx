import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router';
import type { AuditRecord } from '../../contracts/audit.ts';

/** From a record to what it is about. */
export function RecordLinks({ record: { object, account } }: { record: AuditRecord }) {
  return (
    <Box sx={{ display: 'flex', gap: 2, mt: 1 }}>
      {object.id.startsWith('rec_') && (
        <Link component={RouterLink} to={`/recoveries/${object.id}/show`}>
          Open recovery
        </Link>
      )}
      {account?.startsWith('acc_') && (
        <Link component={RouterLink} to={`/accounts/${account}/show`}>
          Open account
        </Link>
      )}
    </Box>
  );
}
