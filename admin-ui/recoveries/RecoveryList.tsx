import MoveDownIcon from '@mui/icons-material/MoveDown';
import { Empty } from '../display/Empty.tsx';
import { ChoiceFilter } from '../listing/ChoiceFilter.tsx';
import { FilterBar } from '../listing/FilterBar.tsx';
import { ListFrame } from '../listing/ListFrame.tsx';
import { SearchFilter } from '../listing/SearchFilter.tsx';
import { OverdueFilter } from './OverdueFilter.tsx';
import { RecoveryTable } from './RecoveryTable.tsx';
import { kindWords, stateWords } from './words.ts';

export function RecoveryList() {
  return (
    <ListFrame
      title="Recoveries"
      about="Every token and identity on its way to a device, running and ended"
      sort={{ field: 'startedAt', order: 'DESC' }}
      refreshSeconds={5}
      filters={
        <FilterBar>
          <SearchFilter source="search" label="Search recoveries" placeholder="User name, e-mail or serial" />
          <ChoiceFilter source="kind" label="Kind" words={kindWords} />
          <ChoiceFilter source="state" label="State" words={stateWords} />
          <OverdueFilter />
        </FilterBar>
      }
      empty={
        <Empty icon={<MoveDownIcon />} title="No recoveries yet">
          One appears here the moment an account holder starts it, or a token is given.
        </Empty>
      }
    >
      <RecoveryTable />
    </ListFrame>
  );
}
