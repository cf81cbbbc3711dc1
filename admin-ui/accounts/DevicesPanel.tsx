import Box from '@mui/material/Box';
import TableCell from '@mui/material/TableCell';
import TableRow from '@mui/material/TableRow';
import type { AccountDetail } from '../../contracts/accounts.ts';
import { Code } from '../display/Code.tsx';
import { Moment } from '../display/Moment.tsx';
import { Panel } from '../display/Panel.tsx';
import { PlainTable } from '../display/PlainTable.tsx';
import { DeviceName } from './DeviceName.tsx';

export function DevicesPanel({ devices }: Pick<AccountDetail, 'devices'>) {
  return (
    <Panel title={`Devices (${String(devices.length)})`}>
      {devices.length === 0 ? (
        <Box sx={{ px: 2, pb: 2, color: 'text.secondary' }}>No app has signed in yet.</Box>
      ) : (
        <PlainTable label="Devices" head={['Device', 'Last seen', 'From', 'Signed in']}>
          {devices.map((device) => (
            <TableRow key={device.id}>
              <TableCell>
                <DeviceName device={device} />
              </TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>
                <Moment at={device.lastSeenAt} />
              </TableCell>
              <TableCell>
                <Code>{device.lastAddress}</Code>
              </TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>
                <Moment at={device.signedInAt} />
              </TableCell>
            </TableRow>
          ))}
        </PlainTable>
      )}
    </Panel>
  );
}
