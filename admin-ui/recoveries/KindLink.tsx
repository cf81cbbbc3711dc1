import type { CaseRow } from '../../contracts/recoveries.ts';
import { RowLink } from '../listing/RowLink.tsx';
import { kindWords } from './words.ts';

export function KindLink({ row }: { row: CaseRow }) {
  const kind = kindWords[row.kind];
  return (
    <RowLink to={`/recoveries/${row.id}/show`} label={`${kind} for ${row.account.userName}`}>
      {kind}
    </RowLink>
  );
}
