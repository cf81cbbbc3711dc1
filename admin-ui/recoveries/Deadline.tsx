import Box from '@mui/material/Box';
import Tooltip from '@mui/material/Tooltip';
import type { CaseRow } from '../../contracts/recoveries.ts';
import { useFreshWords } from '../display/clock.ts';
import { absolute, relative, span } from '../display/relative.ts';

type Timed = Pick<CaseRow, 'deadline' | 'endedAt' | 'isOverdue'>;

function wordsOf({ deadline, endedAt, isOverdue }: Timed, now: number): string {
  if (endedAt !== null) return `ended ${relative(Date.parse(endedAt), now)}`;
  const at = Date.parse(deadline);
  return isOverdue ? `${span(Math.max(now - at, 0))} overdue` : relative(at, now);
}

/** Until when the present step may take; when it ended, once it has. */
export function Deadline({ of }: { of: Timed }) {
  const words = useFreshWords((now) => wordsOf(of, now));
  const isLate = of.isOverdue && of.endedAt === null;
  const exact = absolute(Date.parse(of.endedAt ?? of.deadline));
  return (
    <Tooltip title={exact} describeChild>
      <Box
        component="time"
        dateTime={of.endedAt ?? of.deadline}
        sx={{
          whiteSpace: 'nowrap',
          ...(isLate && { color: 'error.main', fontWeight: 650 }),
          ...(of.endedAt !== null && { color: 'text.secondary' }),
        }}
      >
        {words}
      </Box>
    </Tooltip>
  );
}
