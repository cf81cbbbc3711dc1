import { DataTable } from 'react-admin';
import type { CaseRow } from '../../contracts/recoveries.ts';
import { Moment } from '../display/Moment.tsx';
import { AccountCell } from './AccountCell.tsx';
import { Deadline } from './Deadline.tsx';
import { KindLink } from './KindLink.tsx';
import { SerialsCell } from './SerialsCell.tsx';
import { StateChip } from './StateChip.tsx';
import { StepCell } from './StepCell.tsx';
import { awaitedWords, stepTitle } from './words.ts';

const Column = DataTable.Col<CaseRow>;

export function RecoveryTable() {
  return (
    <DataTable<CaseRow> rowClick="show" bulkActionButtons={false} aria-label="Recoveries">
      <Column label="Kind" disableSort render={(row) => <KindLink row={row} />} />
      <Column label="State" disableSort render={(row) => <StateChip state={row.state} />} />
      <Column label="Account" disableSort render={(row) => <AccountCell account={row.account} />} />
      <Column label="Serial" disableSort render={(row) => <SerialsCell serials={row.serials} />} />
      <Column label="Step" disableSort render={(row) => <StepCell title={stepTitle(row)} />} />
      <Column label="Awaiting" disableSort render={(row) => awaitedWords[row.awaiting]} />
      <Column source="deadline" label="Deadline" sortByOrder="ASC" render={(row) => <Deadline of={row} />} />
      <Column
        source="startedAt"
        label="Started"
        sortByOrder="DESC"
        render={(row) => <Moment at={row.startedAt} />}
        cellSx={() => ({ whiteSpace: 'nowrap' })}
      />
    </DataTable>
  );
}
