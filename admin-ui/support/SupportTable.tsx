import { DataTable } from 'react-admin';
import type { CaseRow } from '../../contracts/recoveries.ts';
import { Moment } from '../display/Moment.tsx';
import { Deadline } from '../recoveries/Deadline.tsx';
import { SerialsCell } from '../recoveries/SerialsCell.tsx';
import { AnswerBy } from './AnswerBy.tsx';
import { CallerChip } from './CallerChip.tsx';
import { WhoWaits } from './WhoWaits.tsx';

const Column = DataTable.Col<CaseRow>;
const unbroken = () => ({ whiteSpace: 'nowrap' });

export function SupportTable() {
  return (
    <DataTable<CaseRow>
      rowClick={(id) => `/recoveries/${String(id)}/show`}
      bulkActionButtons={false}
      aria-label="Support queue"
    >
      <Column label="Account" disableSort render={(row) => <WhoWaits row={row} />} />
      <Column label="Serial" disableSort render={(row) => <SerialsCell serials={row.serials} />} />
      <Column
        label="Waiting since"
        disableSort
        render={({ support }) => support && <Moment at={support.since} />}
        cellSx={unbroken}
      />
      <Column
        source="respondBy"
        label="Answer by"
        sortByOrder="ASC"
        render={({ support }) => support && <AnswerBy at={support.respondBy} />}
        cellSx={unbroken}
      />
      <Column label="Caller" disableSort render={({ support }) => support && <CallerChip {...support} />} />
      <Column source="deadline" label="Deadline" sortByOrder="ASC" render={(row) => <Deadline of={row} />} />
    </DataTable>
  );
}
