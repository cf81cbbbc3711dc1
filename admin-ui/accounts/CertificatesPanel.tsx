import Box from '@mui/material/Box';
import TableCell from '@mui/material/TableCell';
import TableRow from '@mui/material/TableRow';
import type { AccountDetail } from '../../contracts/accounts.ts';
import { Code } from '../display/Code.tsx';
import { Moment } from '../display/Moment.tsx';
import { Panel } from '../display/Panel.tsx';
import { PlainTable } from '../display/PlainTable.tsx';

export function CertificatesPanel({ account: { certificates, tokens } }: { account: AccountDetail }) {
  const serialOf = (id: string | null) => tokens.find((token) => token.id === id)?.serial ?? '–';
  return (
    <Panel title={`Certificates (${String(certificates.length)})`}>
      {certificates.length === 0 ? (
        <Box sx={{ px: 2, pb: 2, color: 'text.secondary' }}>No certificate depends on a token of this account.</Box>
      ) : (
        <PlainTable label="Certificates" head={['Subject', 'Kind', 'Token', 'Expires']}>
          {certificates.map((certificate) => (
            <TableRow key={certificate.id}>
              <TableCell>{certificate.subject}</TableCell>
              <TableCell>{certificate.kind}</TableCell>
              <TableCell>
                <Code>{serialOf(certificate.token)}</Code>
              </TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>
                <Moment at={certificate.expiresAt} as="date" />
              </TableCell>
            </TableRow>
          ))}
        </PlainTable>
      )}
    </Panel>
  );
}
