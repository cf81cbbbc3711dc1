import DnsOutlinedIcon from '@mui/icons-material/DnsOutlined';
import { DataTable } from 'react-admin';
import type { z } from 'zod';
import type { Service } from '../../contracts/accounts.ts';
import { Code } from '../display/Code.tsx';
import { Empty } from '../display/Empty.tsx';
import { Moment } from '../display/Moment.tsx';
import { ListFrame } from '../listing/ListFrame.tsx';
import { NewService } from './NewService.tsx';

type Row = z.infer<typeof Service>;
const Column = DataTable.Col<Row>;

export function ServiceList() {
  return (
    <ListFrame
      title="Services"
      about="What tokens sign people in to, or sign for"
      actions={<NewService />}
      empty={
        <Empty icon={<DnsOutlinedIcon />} title="No services yet">
          A service checks codes with a key of its own; an administrator creates it here.
        </Empty>
      }
    >
      <DataTable<Row> rowClick={false} bulkActionButtons={false} aria-label="Services">
        <Column label="Name" disableSort render={(row) => <strong>{row.name}</strong>} />
        <Column label="Id" disableSort render={(row) => <Code>{row.id}</Code>} />
        <Column label="Created" disableSort render={(row) => <Moment at={row.createdAt} />} />
      </DataTable>
    </ListFrame>
  );
}
