import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { Recovery } from '../../contracts/recoveries.ts';

const colours = { done: 'primary.main', current: 'secondary.main', 'to-come': 'divider' } as const;

/** How far a recovery is, in the steps of its guide. */
export function StepBar({ steps }: { steps: Recovery['steps'] }) {
  const at = steps.findIndex(({ standing }) => standing === 'current') + 1;
  if (at === 0) return null;
  const says = `Step ${String(at)} of ${String(steps.length)}`;
  return (
    <Box role="group" aria-label={says} data-testid="steps">
      <Stack direction="row" sx={{ gap: 0.75, mb: 0.75 }} aria-hidden>
        {steps.map(({ id, standing }) => (
          <Box key={id} sx={{ flex: 1, height: 5, borderRadius: 3, bgcolor: colours[standing] }} />
        ))}
      </Stack>
      <Typography variant="body2" color="textSecondary">
        {says}
      </Typography>
    </Box>
  );
}
