import Box from '@mui/material/Box';
import Tooltip from '@mui/material/Tooltip';
import { useFreshWords } from '../display/clock.ts';
import { absolute } from '../display/relative.ts';
import { answerByWords, isLate } from './answer-by.ts';

/** Counts down to when support means to have answered, and tells in red how late it is. */
export function AnswerBy({ at }: { at: string }) {
  const instant = Date.parse(at);
  const words = useFreshWords((now) => answerByWords(instant, now));
  const late = useFreshWords((now) => String(isLate(instant, now))) === 'true';
  return (
    <Tooltip title={absolute(instant)} describeChild>
      <Box
        component="time"
        dateTime={at}
        data-late={late}
        sx={{ whiteSpace: 'nowrap', ...(late && { color: 'error.main', fontWeight: 650 }) }}
      >
        {words}
      </Box>
    </Tooltip>
  );
}
