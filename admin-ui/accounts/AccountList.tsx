import PeopleOutlineIcon from '@mui/icons-material/PeopleOutlined';
import { DataTable } from 'react-admin';
import type { Account } from '../../contracts/accounts.ts';
import { Empty } from '../display/Empty.tsx';
import { Moment } from '../display/Moment.tsx';
import { FilterBar } from '../listing/FilterBar.tsx';
import { ListFrame } from '../listing/ListFrame.tsx';
import { NewButton } from '../listing/NewButton.tsx';
import { RowLink } from '../listing/RowLink.tsx';
import { SearchFilter } from '../listing/SearchFilter.tsx';
import { ActiveChip } from '../display/ActiveChip.tsx';

const Column = DataTable.Col<Account>;

export function AccountList() {
  return (
    <ListFrame
      title="Accounts"
      about="People whose tokens Latchkey looks after"
      actions={<NewButton resource="accounts" label="New account" />}
      filters={
        <FilterBar>
          <SearchFilter source="search" label="Search accounts" placeholder="User name or e-mail" />
        </FilterBar>
      }
      empty={
        <Empty icon={<PeopleOutlineIcon />} title="No accounts yet">
          Create one, and its holder gets a mail to set a password.
        </Empty>
      }
    >
      <DataTable<Account> rowClick="show" bulkActionButtons={false} aria-label="Accounts">
        <Column
          label="User name"
          disableSort
          render={(row) => <RowLink to={`/accounts/${row.id}/show`}>{row.userName}</RowLink>}
        />
        <Column label="Name" disableSort render={(row) => row.name} />
        <Column label="E-mail" disableSort render={(row) => row.email} />
        <Column label="Language" disableSort render={(row) => row.locale} />
        <Column label="State" disableSort render={(row) => <ActiveChip state={row.state} />} />
        <Column label="Created" disableSort render={(row) => <Moment at={row.createdAt} />} />
      </DataTable>
    </ListFrame>
  );
}
