import Chip, { type ChipProps } from '@mui/material/Chip';
import { alpha } from '@mui/material/styles';

type Tone = 'primary' | 'secondary' | 'success' | 'warning' | 'error' | 'info' | 'muted';

interface SoftChipProps extends Omit<ChipProps, 'color' | 'variant' | 'size' | 'sx'> {
  tone: Tone;
}

/** A word in its colour on a tint of it: told apart at a glance, quiet in a full table. */
export function SoftChip({ tone, ...rest }: SoftChipProps) {
  return (
    <Chip
      size="small"
      {...rest}
      sx={({ palette }) => {
        const ink = tone === 'muted' ? palette.text.secondary : palette[tone].main;
        return { color: ink, bgcolor: alpha(ink, palette.mode === 'dark' ? 0.18 : 0.11) };
      }}
    />
  );
}

export type { Tone };
