import Box from '@mui/material/Box';
import type { CaseRow } from '../../contracts/recoveries.ts';

export function AccountCell({ account }: Pick<CaseRow, 'account'>) {
  return (
    <Box
      sx={{
        lineHeight: 1.35,
        maxWidth: 140,
        '& > *': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
      }}
      title={`${account.userName} ${account.email}`}
    >
      <Box sx={{ fontWeight: 650 }}>{account.userName}</Box>
      <Box sx={{ color: 'text.secondary', fontSize: '0.75rem' }}>{account.email}</Box>
    </Box>
  );
}
