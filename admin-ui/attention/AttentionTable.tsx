import { DataTable } from 'react-admin';
import type { CaseRow } from '../../contracts/recoveries.ts';
import { Moment } from '../display/Moment.tsx';
import { AccountCell } from '../recoveries/AccountCell.tsx';
import { KindLink } from '../recoveries/KindLink.tsx';
import { SerialsCell } from '../recoveries/SerialsCell.tsx';
import { CauseChip } from './CauseChip.tsx';
import { causeSentence } from './causes.ts';

const Column = DataTable.Col<CaseRow>;
const unbroken = () => ({ whiteSpace: 'nowrap' });

export function AttentionTable() {
  return (
    <DataTable<CaseRow>
      rowClick={(id) => `/recoveries/${String(id)}/show`}
      bulkActionButtons={false}
      aria-label="Recoveries that need attention"
    >
      <Column label="Cause" disableSort render={({ trouble }) => trouble && <CauseChip cause={trouble.cause} />} />
      <Column
        label="What is the matter"
        disableSort
        render={(row) => row.trouble && causeSentence(row.trouble, row)}
        cellSx={() => ({ minWidth: 220 })}
      />
      <Column
        label="Since"
        disableSort
        render={({ trouble }) => trouble && <Moment at={trouble.since} />}
        cellSx={unbroken}
      />
      <Column label="Account" disableSort render={(row) => <AccountCell account={row.account} />} />
      <Column label="Kind" disableSort render={(row) => <KindLink row={row} />} />
      <Column label="Serial" disableSort render={(row) => <SerialsCell serials={row.serials} />} />
      <Column source="startedAt" label="Started" render={(row) => <Moment at={row.startedAt} />} cellSx={unbroken} />
    </DataTable>
  );
}
