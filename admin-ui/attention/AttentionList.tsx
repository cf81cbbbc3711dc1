import TaskAltIcon from '@mui/icons-material/TaskAlt';
import { Empty } from '../display/Empty.tsx';
import { FilterBar } from '../listing/FilterBar.tsx';
import { ListFrame } from '../listing/ListFrame.tsx';
import { SearchFilter } from '../listing/SearchFilter.tsx';
import { AttentionTable } from './AttentionTable.tsx';
import { CauseTabs } from './CauseTabs.tsx';

export function AttentionList() {
  return (
    <ListFrame
      title="Needs attention"
      about="Stuck, expired and disputed recoveries, each under its one cause"
      sort={{ field: 'startedAt', order: 'DESC' }}
      refreshSeconds={5}
      tabbedBy="attention"
      filters={
        <>
          <CauseTabs />
          <FilterBar>
            <SearchFilter source="search" label="Search" placeholder="User name, e-mail or serial" />
          </FilterBar>
        </>
      }
      empty={
        <Empty icon={<TaskAltIcon />} title="Nothing needs attention">
          Every recovery is where it should be. One that gets stuck, expires or is disputed appears here within seconds.
        </Empty>
      }
    >
      <AttentionTable />
    </ListFrame>
  );
}
