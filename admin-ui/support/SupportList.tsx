import SupportAgentIcon from '@mui/icons-material/SupportAgent';
import { Empty } from '../display/Empty.tsx';
import { FilterBar } from '../listing/FilterBar.tsx';
import { ListFrame } from '../listing/ListFrame.tsx';
import { SearchFilter } from '../listing/SearchFilter.tsx';
import { SupportTable } from './SupportTable.tsx';

export function SupportList() {
  return (
    <ListFrame
      title="Support queue"
      about="People who cannot answer their security questions and wait until support has made sure who they are"
      sort={{ field: 'respondBy', order: 'ASC' }}
      refreshSeconds={5}
      filters={
        <FilterBar>
          <SearchFilter source="search" label="Search the queue" placeholder="User name, e-mail or serial" />
        </FilterBar>
      }
      empty={
        <Empty icon={<SupportAgentIcon />} title="Nobody is waiting">
          Whoever chooses Contact support in the portal while making a token anew appears here at once.
        </Empty>
      }
    >
      <SupportTable />
    </ListFrame>
  );
}
