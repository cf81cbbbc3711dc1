import CheckCircleIcon from '@mui/icons-material/CheckCircle';
import { Alert, Box, Button, Card, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Recovery } from '../../contracts/recoveries.ts';

/** Guide 003, steps 18 to 20. */
export function Ready({ recovery }: { recovery: Recovery }) {
  return (
    <Card component="section" aria-label="Your new token" sx={{ p: { xs: 2.5, sm: 4 } }}>
      <Stack spacing={2.5} role="status">
        <Stack direction="row" spacing={1.5} sx={{ alignItems: 'center' }}>
          <CheckCircleIcon color="success" fontSize="large" />
          <Typography variant="h2">Your new token is ready</Typography>
        </Stack>
        <Box component="dl" sx={{ m: 0, display: 'grid', gap: 2, gridTemplateColumns: { sm: '1fr 1fr' } }}>
          {recovery.tokens.map(({ id, service, maskedSerial }) => (
            <Box key={id} sx={{ display: 'contents' }}>
              <Fact name="Service">{service.name}</Fact>
              <Fact name="Serial number">
                <Box
                  component="span"
                  sx={{ fontFamily: 'ui-monospace, Menlo, Consolas, monospace', fontWeight: 700, fontSize: '1.25rem' }}
                >
                  {maskedSerial}
                </Box>
              </Fact>
            </Box>
          ))}
        </Box>
        <Typography>It is active now. Codes of the former token are refused, wherever it is.</Typography>
        <Alert severity="info" role="note">
          Now tap <strong>Done</strong> in the app, then <strong>Yes, keep it</strong>.
        </Alert>
        <div>
          <Button component={Link} to="/strong-authentication" variant="contained" size="large">
            Done
          </Button>
        </div>
      </Stack>
    </Card>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <Typography component="dt" variant="body2" sx={{ color: 'text.secondary' }}>
        {name}
      </Typography>
      <Typography component="dd" sx={{ m: 0 }}>
        {children}
      </Typography>
    </div>
  );
}
