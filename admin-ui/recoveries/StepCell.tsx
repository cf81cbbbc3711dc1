import Box from '@mui/material/Box';

/** Two lines of a step's title; the rest on hover. */
export function StepCell({ title }: { title: string }) {
  return (
    <Box
      title={title}
      sx={{
        minWidth: { xs: 132, xl: 168 },
        display: '-webkit-box',
        WebkitLineClamp: '2',
        WebkitBoxOrient: 'vertical',
        overflow: 'hidden',
      }}
    >
      {title}
    </Box>
  );
}
