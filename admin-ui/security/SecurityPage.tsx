import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useGetIdentity } from 'react-admin';
import { useSearchParams } from 'react-router';
import { PageHead } from '../layout/PageHead.tsx';
import type { NewSecondFactor } from '../sign-in/staff-auth.ts';
import { ConfirmFactor } from './ConfirmFactor.tsx';
import { StartFactor } from './StartFactor.tsx';

/** Where staff set up their second factor; the only page they can use without one where it is required. */
export function SecurityPage() {
  const { identity } = useGetIdentity();
  const [search] = useSearchParams();
  const hasFactor = identity?.['hasSecondFactor'] === true;
  return (
    <Box sx={{ maxWidth: 760 }}>
      <PageHead title="Security" about="Your second factor for signing in to this console" />
      {search.has('required') && !hasFactor && (
        <Alert severity="warning" sx={{ mb: 2 }} data-testid="factor-required">
          Your role needs a second factor. Set it up here, and the other pages open.
        </Alert>
      )}
      <Paper variant="outlined" sx={{ p: 3 }}>
        {identity && (hasFactor ? <FactorInUse /> : <SetUp />)}
      </Paper>
    </Box>
  );
}

function FactorInUse() {
  return (
    <Alert severity="success" data-testid="factor-in-use">
      Your second factor is set up. Keep its backup codes: each is a way in when the authenticator is not at hand.
    </Alert>
  );
}

function SetUp() {
  const [factor, setFactor] = useState<NewSecondFactor | null>(null);
  return (
    <>
      <Typography variant="h2">Set up an authenticator</Typography>
      {factor === null ? <StartFactor onStarted={setFactor} /> : <ConfirmFactor factor={factor} />}
    </>
  );
}
