import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router';
import type { CaseDetail } from '../../contracts/recoveries.ts';
import type { ActorKind } from '../../domain/words.ts';
import { Code } from '../display/Code.tsx';
import { Moment } from '../display/Moment.tsx';
import { actorWords, roleWords } from '../display/role-words.ts';
import { eventTitle } from './words.ts';

type Entry = CaseDetail['timeline'][number];

const dots: Record<ActorKind, string> = {
  'account-holder': 'secondary.light',
  device: 'info.main',
  staff: 'primary.main',
  service: 'info.main',
  system: 'text.disabled',
  anonymous: 'error.main',
};

interface TimelineItemProps {
  entry: Entry;
  /** The title that the server gives the step it happened at. */
  stepTitle: string | undefined;
  isLast: boolean;
}

export function TimelineItem({ entry, stepTitle, isLast }: TimelineItemProps) {
  return (
    <Box component="li" sx={{ display: 'grid', gridTemplateColumns: '16px 1fr auto', columnGap: 1.25 }}>
      <Rail colour={dots[entry.actor.kind]} isLast={isLast} />
      <Box sx={{ pb: 1.75, minWidth: 0 }}>
        <Box sx={{ fontWeight: 650 }} title={stepTitle}>
          {eventTitle(entry.what)}
        </Box>
        <ActorLine actor={entry.actor} />
        {entry.note && <Note note={entry.note} />}
      </Box>
      <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem', textAlign: 'right', whiteSpace: 'nowrap' }}>
        <Moment at={entry.at} as="time" />
        <Box sx={{ fontSize: '0.75rem' }}>
          <Moment at={entry.at} />
        </Box>
      </Box>
    </Box>
  );
}

function Note({ note }: { note: string }) {
  return (
    <Box sx={{ mt: 0.5, pl: 1, borderLeft: 2, borderColor: 'divider', overflowWrap: 'anywhere' }}>
      {note.startsWith('rec_') ? (
        <Link component={RouterLink} to={`/recoveries/${note}/show`}>
          Open that recovery
        </Link>
      ) : (
        note
      )}
    </Box>
  );
}

function Rail({ colour, isLast }: { colour: string; isLast: boolean }) {
  return (
    <Box aria-hidden="true" sx={{ display: 'flex', flexDirection: 'column', alignItems: 'center', pt: '5px' }}>
      <Box sx={{ width: 10, height: 10, borderRadius: '50%', bgcolor: colour, flexShrink: 0 }} />
      {!isLast && <Box sx={{ width: '2px', flexGrow: 1, bgcolor: 'divider', mt: '4px' }} />}
    </Box>
  );
}

function ActorLine({ actor }: { actor: Entry['actor'] }) {
  const who = actor.kind === 'staff' && actor.role ? roleWords[actor.role].toLowerCase() : actorWords[actor.kind];
  return (
    <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
      {actor.name} · {who}
      {actor.address && (
        <>
          {' · '}
          <Code>{actor.address}</Code>
        </>
      )}
    </Box>
  );
}
