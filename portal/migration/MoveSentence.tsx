import { Typography } from '@mui/material';
import type { Move } from './move.ts';

export function MoveSentence({ move }: { move: Move }) {
  return (
    <Typography>
      You&apos;re going to migrate service <strong>{move.service}</strong> from device <strong>{move.device}</strong> to
      another device.
    </Typography>
  );
}
