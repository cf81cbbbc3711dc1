import Box from '@mui/material/Box';
import Tooltip from '@mui/material/Tooltip';
import { Code } from '../display/Code.tsx';

const shown = 1;

/** A reload may bring back many tokens: the first serial, the others on hover. */
export function SerialsCell({ serials }: { serials: string[] }) {
  const others = serials.slice(shown);
  return (
    <Box sx={{ lineHeight: 1.4 }}>
      {serials.slice(0, shown).map((serial) => (
        <Box key={serial}>
          <Code>{serial}</Code>
        </Box>
      ))}
      {others.length > 0 && (
        <Tooltip title={others.join(', ')}>
          <Box component="span" sx={{ color: 'text.secondary', fontSize: '0.75rem' }}>
            and {others.length} more
          </Box>
        </Tooltip>
      )}
    </Box>
  );
}
