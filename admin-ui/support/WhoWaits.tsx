import Box from '@mui/material/Box';
import type { CaseRow } from '../../contracts/recoveries.ts';
import { RowLink } from '../listing/RowLink.tsx';
import { titleOf } from '../recoveries/words.ts';

export function WhoWaits({ row }: { row: CaseRow }) {
  const { userName, email } = row.account;
  return (
    <Box sx={{ lineHeight: 1.35, minWidth: 140, overflowWrap: 'anywhere' }}>
      <RowLink to={`/recoveries/${row.id}/show`} label={`${titleOf(row)} for ${userName}`}>
        {userName}
      </RowLink>
      <Box sx={{ color: 'text.secondary', fontSize: '0.75rem' }}>{email}</Box>
    </Box>
  );
}
