import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';

export function NothingWaits() {
  return (
    <Box data-testid="nothing-waits" sx={{ py: 2 }}>
      <Typography variant="h2" sx={{ mb: 1 }}>
        Nothing waits here
      </Typography>
      <Typography color="textSecondary" sx={{ mb: 1.5 }}>
        To bring a token to this device:
      </Typography>
      <Box component="ol" sx={{ m: 0, pl: 2.75, color: 'text.secondary', '& li': { mb: 1, pl: 0.5 } }}>
        <li>In the portal, open Strong Authentication and choose MIGRATE at the token.</li>
        <li>Enter the code that we mail you, and choose CONFIRM.</li>
        <li>Come back here: the token waits, and Done brings it over.</li>
      </Box>
    </Box>
  );
}
