import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import { counted } from './words.ts';

interface SaveBarProps {
  count: number;
  /** What was changed can be sent. */
  isSound?: boolean;
  onReview: () => void;
  onDiscard: () => void;
}

/** Stays in sight while something is changed and not yet in effect. */
export function SaveBar({ count, isSound = true, onReview, onDiscard }: SaveBarProps) {
  if (count === 0) return null;
  return (
    <Paper
      elevation={6}
      role="region"
      aria-label="Changes not in effect yet"
      sx={{
        position: 'sticky',
        bottom: 12,
        mt: 2,
        px: 2,
        py: 1.25,
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        justifyContent: 'flex-end',
        gap: 1,
        zIndex: 2,
      }}
    >
      <Box sx={{ flex: { xs: '1 0 100%', sm: 1 }, fontWeight: 600 }}>{counted(count, 'change')} not in effect yet</Box>
      <Button onClick={onDiscard}>Discard</Button>
      <Button variant="contained" disabled={!isSound} onClick={onReview}>
        Review and save
      </Button>
    </Paper>
  );
}
