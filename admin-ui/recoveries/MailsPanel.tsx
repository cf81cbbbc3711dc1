import Box from '@mui/material/Box';
import TableCell from '@mui/material/TableCell';
import TableRow from '@mui/material/TableRow';
import type { CaseDetail } from '../../contracts/recoveries.ts';
import type { MailState } from '../../domain/words.ts';
import { Moment } from '../display/Moment.tsx';
import { Panel } from '../display/Panel.tsx';
import { PlainTable } from '../display/PlainTable.tsx';
import { SoftChip, type Tone } from '../display/SoftChip.tsx';
import { mailStateWords, mailTitle } from './words.ts';

const tones: Record<MailState, Tone> = {
  queued: 'muted',
  sending: 'muted',
  accepted: 'info',
  delivered: 'success',
  bounced: 'error',
  unknown: 'warning',
  failed: 'error',
};

export function MailsPanel({ mails }: Pick<CaseDetail, 'mails'>) {
  return (
    <Panel title="Mails">
      {mails.length === 0 ? (
        <Box sx={{ px: 2, pb: 2, color: 'text.secondary' }}>No message has been sent.</Box>
      ) : (
        <PlainTable label="Mails" head={['Message', 'To', 'Delivery', 'When']}>
          {mails.map((mail) => (
            <MailRow key={mail.id} mail={mail} />
          ))}
        </PlainTable>
      )}
    </Panel>
  );
}

function MailRow({ mail }: { mail: CaseDetail['mails'][number] }) {
  return (
    <TableRow>
      <TableCell>{mailTitle(mail.template)}</TableCell>
      <TableCell>{mail.sentTo}</TableCell>
      <TableCell>
        <SoftChip tone={tones[mail.state]} label={mailStateWords[mail.state]} />
        {mail.detail && <Box sx={{ color: 'text.secondary', fontSize: '0.75rem', mt: 0.5 }}>{mail.detail}</Box>}
      </TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>
        <Moment at={mail.at} />
      </TableCell>
    </TableRow>
  );
}
