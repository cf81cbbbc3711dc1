import Box from '@mui/material/Box';
import type { CaseRow } from '../../contracts/recoveries.ts';
import { RowLink } from '../listing/RowLink.tsx';
import { kindWords, titleOf, wayWords } from './words.ts';

export function KindLink({ row }: { row: CaseRow }) {
  return (
    <Box sx={{ lineHeight: 1.35 }}>
      <RowLink to={`/recoveries/${row.id}/show`} label={`${titleOf(row)} for ${row.account.userName}`}>
        {kindWords[row.kind]}
      </RowLink>
      {row.way !== null && (
        <Box sx={{ color: 'text.secondary', fontSize: '0.75rem', whiteSpace: 'nowrap' }}>{wayWords[row.way]}</Box>
      )}
    </Box>
  );
}
