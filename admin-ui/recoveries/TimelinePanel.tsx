import Box from '@mui/material/Box';
import type { CaseDetail } from '../../contracts/recoveries.ts';
import { Panel } from '../display/Panel.tsx';
import { TimelineItem } from './TimelineItem.tsx';

/** What happened, the newest first. */
export function TimelinePanel({ timeline, steps }: Pick<CaseDetail, 'timeline' | 'steps'>) {
  const newestFirst = timeline.toReversed();
  return (
    <Panel title="Timeline">
      <Box component="ol" reversed sx={{ listStyle: 'none', m: 0, px: 2, pb: 1.5 }} aria-label="Timeline">
        {newestFirst.map((entry, index) => (
          <TimelineItem
            // Entries are only ever added: the position from the start names one.
            key={timeline.length - index}
            entry={entry}
            stepTitle={steps.find(({ id }) => id === entry.step)?.title}
            isLast={index === newestFirst.length - 1}
          />
        ))}
      </Box>
    </Panel>
  );
}
