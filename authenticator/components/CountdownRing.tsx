import Box from '@mui/material/Box';
import { useTheme } from '@mui/material/styles';
import { stepMs } from '../../device-sdk/otp.ts';

const radius = 20;
const around = 2 * Math.PI * radius;
const hurrySeconds = 5;

/** How long a code is still valid: a ring that runs empty, amber at the end. */
export function CountdownRing({ remainingMs }: { remainingMs: number }) {
  const { vars } = useTheme();
  const seconds = Math.max(0, Math.ceil(remainingMs / 1000));
  const share = Math.min(1, Math.max(0, (seconds - 1) / (stepMs / 1000)));
  const colours = vars?.palette;
  const colour = seconds <= hurrySeconds ? colours?.secondary.main : colours?.primary.main;
  return (
    <Box
      component="svg"
      viewBox="0 0 48 48"
      role="timer"
      aria-label={`${String(seconds)} seconds left`}
      sx={{ width: 48, flex: 'none' }}
    >
      <circle cx="24" cy="24" r={radius} fill="none" stroke={colours?.divider} strokeWidth="3.5" />
      <Box
        component="circle"
        cx="24"
        cy="24"
        r={radius}
        fill="none"
        stroke={colour}
        strokeWidth="3.5"
        strokeLinecap="round"
        strokeDasharray={around}
        strokeDashoffset={around * (1 - share)}
        transform="rotate(-90 24 24)"
        sx={{
          transition: 'stroke-dashoffset 1s linear, stroke 0.3s',
          '@media (prefers-reduced-motion: reduce)': { transition: 'none' },
        }}
      />
      <text
        x="24"
        y="24"
        textAnchor="middle"
        dominantBaseline="central"
        fontSize="15"
        fontWeight="600"
        fontFamily="inherit"
        fill={colours?.text.secondary}
      >
        {seconds}
      </text>
    </Box>
  );
}
