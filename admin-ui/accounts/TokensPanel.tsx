import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import TableCell from '@mui/material/TableCell';
import TableRow from '@mui/material/TableRow';
import { Link as RouterLink } from 'react-router';
import type { AccountDetail, AdminToken } from '../../contracts/accounts.ts';
import { Code } from '../display/Code.tsx';
import { Moment } from '../display/Moment.tsx';
import { Panel } from '../display/Panel.tsx';
import { PlainTable } from '../display/PlainTable.tsx';
import { SoftChip } from '../display/SoftChip.tsx';
import { DeviceName } from './DeviceName.tsx';
import { ReassignToken } from './ReassignToken.tsx';
import { tokenStateLooks, tokenTypeWords } from './words.ts';

const head = ['Serial', 'Service', 'Type', 'State', 'Device', 'Certificate', 'Recovery', 'Created', 'Other account'];

export function TokensPanel({ account }: { account: AccountDetail }) {
  const { certificates } = account;
  // The identity has a panel of its own, with all its devices.
  const tokens = account.tokens.filter(({ type }) => type !== 'identity');
  return (
    <Panel title={`Tokens (${String(tokens.length)})`}>
      {tokens.length === 0 ? (
        <Box sx={{ px: 2, pb: 2, color: 'text.secondary' }}>This account has no token yet.</Box>
      ) : (
        <PlainTable label="Tokens" head={head}>
          {tokens.map((token) => (
            <TokenRow
              key={token.id}
              token={token}
              owner={account}
              certificate={certificates.find((certificate) => certificate.token === token.id)?.subject}
            />
          ))}
        </PlainTable>
      )}
    </Panel>
  );
}

interface TokenRowProps {
  token: AdminToken;
  owner: AccountDetail;
  certificate: string | undefined;
}

function TokenRow({ token, owner, certificate }: TokenRowProps) {
  return (
    <TableRow>
      <TableCell>
        <Code>{token.serial}</Code>
      </TableCell>
      <TableCell>{token.service.name}</TableCell>
      <TableCell>{tokenTypeWords[token.type]}</TableCell>
      <TableCell>
        <SoftChip {...tokenStateLooks[token.state]} />
      </TableCell>
      <TableCell>
        <DeviceName device={token.device} />
      </TableCell>
      <TableCell>{certificate ?? '–'}</TableCell>
      <TableCell>
        {token.recovery === null ? (
          '–'
        ) : (
          <Link component={RouterLink} to={`/recoveries/${token.recovery}/show`}>
            Open recovery
          </Link>
        )}
      </TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>
        <Moment at={token.createdAt} />
      </TableCell>
      <TableCell>
        <ReassignToken token={token} owner={owner} />
      </TableCell>
    </TableRow>
  );
}
