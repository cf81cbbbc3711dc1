import BadgeOutlinedIcon from '@mui/icons-material/BadgeOutlined';
import { DataTable } from 'react-admin';
import type { ListedStaffMember } from '../../contracts/accounts.ts';
import { ActiveChip } from '../display/ActiveChip.tsx';
import { Empty } from '../display/Empty.tsx';
import { roleWords } from '../display/role-words.ts';
import { SoftChip } from '../display/SoftChip.tsx';
import { ListFrame } from '../listing/ListFrame.tsx';
import { NewButton } from '../listing/NewButton.tsx';
import { StaffTurn } from './StaffTurn.tsx';

const Column = DataTable.Col<ListedStaffMember>;

export function StaffList() {
  return (
    <ListFrame
      title="Staff"
      about="Who may use this console, and as what"
      actions={<NewButton resource="staff" label="New member" />}
      empty={<Empty icon={<BadgeOutlinedIcon />} title="Nobody yet" />}
    >
      <DataTable<ListedStaffMember> rowClick={false} bulkActionButtons={false} aria-label="Staff">
        <Column label="Name" disableSort render={(row) => <strong>{row.name}</strong>} />
        <Column label="E-mail" disableSort render={(row) => row.email} />
        <Column label="Role" disableSort render={(row) => <SoftChip tone="primary" label={roleWords[row.role]} />} />
        <Column
          label="Second factor"
          disableSort
          render={({ hasSecondFactor }) => (
            <SoftChip tone={hasSecondFactor ? 'success' : 'warning'} label={hasSecondFactor ? 'Set up' : 'Missing'} />
          )}
        />
        <Column label="State" disableSort render={({ state }) => <ActiveChip state={state} />} />
        <Column label="Actions" disableSort render={(row) => <StaffTurn member={row} />} />
      </DataTable>
    </ListFrame>
  );
}
