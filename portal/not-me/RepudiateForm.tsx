import { Alert, AlertTitle, Box, Button, Stack, Typography } from '@mui/material';
import { useMutation } from '@tanstack/react-query';
import { Link } from 'react-router';
import { portalRoutes } from '../../contracts/routes/portal.ts';
import { Problem } from '../page/Problem.tsx';
import { ask } from '../server.ts';

export function RepudiateForm({ token }: { token: string }) {
  const repudiate = useMutation({ mutationFn: () => ask(portalRoutes.repudiate, { body: { token } }) });
  if (repudiate.data !== undefined) return <Done frozenTokens={repudiate.data.frozenTokens} />;
  return (
    <Stack spacing={2.5}>
      <Typography>
        Did someone other than you start what the message told you about? If you press the button:
      </Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.5, '& li': { mb: 1 } }}>
        <li>what is still under way is stopped,</li>
        <li>a token that has moved, or an identity that was restored, is frozen: it works on no device,</li>
        <li>support is told, and helps you to get back what is yours.</li>
      </Box>
      <Typography>If it was you, just close this page: nothing has happened.</Typography>
      {repudiate.error !== null && <Problem error={repudiate.error} />}
      <Button
        variant="contained"
        color="error"
        size="large"
        loading={repudiate.isPending}
        onClick={() => {
          repudiate.mutate();
        }}
      >
        This wasn&apos;t me: protect my tokens
      </Button>
    </Stack>
  );
}

function Done({ frozenTokens }: { frozenTokens: number }) {
  return (
    <Stack spacing={2.5}>
      <Alert severity="success" role="status">
        <AlertTitle>Thank you. You are protected.</AlertTitle>
        {spellFrozen(frozenTokens)} Support has been told.
      </Alert>
      <Typography>Somebody may know your password. Choose a new one now.</Typography>
      <Typography>
        Was it about your identity? Then somebody may know your restore code or passcode as well: tell support when they
        get in touch.
      </Typography>
      <Button component={Link} to="/forgot-password" variant="contained" size="large">
        Choose a new password
      </Button>
    </Stack>
  );
}

function spellFrozen(tokens: number): string {
  if (tokens === 0) return 'No token had to be frozen.';
  return tokens === 1 ? 'One token is frozen.' : `${String(tokens)} tokens are frozen.`;
}
