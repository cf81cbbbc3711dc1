import Box from '@mui/material/Box';
import Tooltip from '@mui/material/Tooltip';
import { useIsAttended } from '../connection/attendance.ts';
import { told } from '../display/told.ts';

interface LiveMarkProps {
  error: unknown;
  everySeconds: number;
}

/** Whether what stands on the page is kept fresh. */
export function LiveMark({ error, everySeconds }: LiveMarkProps) {
  const isAttended = useIsAttended();
  const { word, colour, why } = error
    ? { word: 'Not refreshing', colour: 'error.main', why: told(error).title }
    : isAttended
      ? { word: 'Live', colour: 'success.main', why: `Refreshed every ${String(everySeconds)} s while you are here` }
      : { word: 'Paused', colour: 'text.disabled', why: 'Nobody seems to be here: move the pointer to go on' };
  return (
    <Tooltip title={why}>
      <Box
        role="status"
        sx={{ display: 'flex', alignItems: 'center', gap: 0.75, color: 'text.secondary', fontSize: '0.75rem' }}
      >
        <Box sx={{ width: 8, height: 8, borderRadius: '50%', bgcolor: colour }} aria-hidden="true" />
        {word}
      </Box>
    </Tooltip>
  );
}
