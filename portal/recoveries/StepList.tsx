import CheckCircleIcon from '@mui/icons-material/CheckCircle';
import CircleOutlinedIcon from '@mui/icons-material/CircleOutlined';
import TripOriginIcon from '@mui/icons-material/TripOrigin';
import { Box, Stack, Typography } from '@mui/material';
import type { Recovery } from '../../contracts/recoveries.ts';

const marks = {
  done: { icon: <CheckCircleIcon color="success" />, word: 'Done' },
  current: { icon: <TripOriginIcon color="primary" />, word: 'Now' },
  'to-come': { icon: <CircleOutlinedIcon color="disabled" />, word: 'To come' },
};

/** The steps of a recovery as its guide names them. */
export function StepList({ recovery }: { recovery: Recovery }) {
  const isOpen = recovery.endedAt === null;
  return (
    <Stack component="ol" spacing={2} sx={{ listStyle: 'none', m: 0, p: 0 }} aria-label="Steps">
      {recovery.steps.map((step, index) => {
        const isNow = step.standing === 'current';
        const mark = marks[step.standing];
        return (
          <Stack
            key={step.id}
            component="li"
            direction="row"
            spacing={1.5}
            {...(isNow && isOpen ? { 'aria-current': 'step' as const } : {})}
          >
            {mark.icon}
            <Box>
              <Typography sx={{ fontWeight: isNow ? 650 : 400 }}>
                {index + 1}. {step.title}
              </Typography>
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                {isNow && !isOpen ? 'Ended here' : mark.word}
              </Typography>
            </Box>
          </Stack>
        );
      })}
    </Stack>
  );
}
