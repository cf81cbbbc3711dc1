import LinearProgress from '@mui/material/LinearProgress';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useInstallation } from '../installation/installation.ts';
import { useNow } from '../installation/use-now.ts';
import { countdownTo } from '../text/moments.ts';

/** Runs empty until a moment of the server's clock. */
export function TimeLeft({ until, says = 'left' }: { until: string; says?: string }) {
  const { state } = useInstallation();
  const now = useNow() + state.clockOffsetMs;
  const [began] = useState(now);
  const whole = Math.max(1, Date.parse(until) - began);
  const left = Math.max(0, Date.parse(until) - now);
  const counted = `${countdownTo(until, now)} ${says}`;
  return (
    <Box role="timer" aria-label={counted} data-testid="time-left">
      <LinearProgress
        aria-hidden
        variant="determinate"
        color={left < 20_000 ? 'secondary' : 'primary'}
        value={(100 * left) / whole}
        sx={{ height: 5, borderRadius: 3, mb: 0.75 }}
      />
      <Typography variant="body2" color="textSecondary" aria-hidden>
        {counted}
      </Typography>
    </Box>
  );
}
