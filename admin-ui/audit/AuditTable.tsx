import LockOutlinedIcon from '@mui/icons-material/LockOutlined';
import HourglassEmptyIcon from '@mui/icons-material/HourglassEmpty';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Tooltip from '@mui/material/Tooltip';
import { DataTable, type RaRecord } from 'react-admin';
import type { AuditRecord } from '../../contracts/audit.ts';
import { Code } from '../display/Code.tsx';
import { Moment } from '../display/Moment.tsx';
import { actorWords, roleWords } from '../display/role-words.ts';
import { asWords } from '../display/words.ts';

const Column = DataTable.Col<AuditRecord>;

export function AuditTable({ onOpen }: { onOpen: (record: AuditRecord) => void }) {
  return (
    <DataTable<AuditRecord>
      rowClick={(_id, _resource, record: RaRecord) => {
        onOpen(record as AuditRecord);
        return false;
      }}
      bulkActionButtons={false}
      aria-label="Audit records"
    >
      <Column
        label="When"
        disableSort
        render={({ at }) => <Moment at={at} as="time" />}
        cellSx={() => ({ whiteSpace: 'nowrap' })}
      />
      <Column label="What" disableSort render={({ what }) => <OpenButton what={what} />} />
      <Column label="Actor" disableSort render={({ actor }) => <ActorCell actor={actor} />} />
      <Column label="Object" disableSort render={({ object }) => <Code>{short(object.id)}</Code>} />
      <Column
        label="Account"
        disableSort
        render={({ account }) => <Code>{account === null ? '–' : short(account)}</Code>}
      />
      <Column label="Reason" disableSort render={({ reason }) => reason ?? '–'} cellSx={() => ({ maxWidth: 260 })} />
      <Column label="Sealed" disableSort render={({ sealed }) => <SealMark isSealed={sealed} />} />
    </DataTable>
  );
}

/** Enough of an id to tell rows apart; the drawer has all of it. */
function short(id: string): string {
  return id.length > 14 ? `${id.slice(0, 12)}…` : id;
}

/** The row opens by its click; the button is there for the keyboard. */
function OpenButton({ what }: Pick<AuditRecord, 'what'>) {
  return (
    <Link
      component="button"
      type="button"
      underline="hover"
      color="inherit"
      sx={{ font: 'inherit', textAlign: 'left' }}
    >
      <strong>{what}</strong>
    </Link>
  );
}

function ActorCell({ actor }: Pick<AuditRecord, 'actor'>) {
  return (
    <Box sx={{ lineHeight: 1.35 }}>
      {actor.role ? roleWords[actor.role] : asWords(actorWords[actor.kind])}
      {actor.address && (
        <Box sx={{ color: 'text.secondary', fontSize: '0.75rem' }}>
          <Code>{actor.address}</Code>
        </Box>
      )}
    </Box>
  );
}

function SealMark({ isSealed }: { isSealed: boolean }) {
  const Icon = isSealed ? LockOutlinedIcon : HourglassEmptyIcon;
  const words = isSealed ? 'Covered by a signed seal' : 'Waits for the next seal';
  return (
    <Tooltip title={words}>
      <Icon fontSize="small" color={isSealed ? 'success' : 'disabled'} aria-label={words} />
    </Tooltip>
  );
}
