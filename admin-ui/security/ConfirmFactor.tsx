import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNotify } from 'react-admin';
import { ProblemAlert } from '../display/ProblemAlert.tsx';
import { forgetMe } from '../sign-in/me.ts';
import { verifyCode, type NewSecondFactor } from '../sign-in/staff-auth.ts';
import { BackupCodes } from './BackupCodes.tsx';
import { FactorQr } from './FactorQr.tsx';

function useConfirmation() {
  const queries = useQueryClient();
  const notify = useNotify();
  return useMutation({
    mutationFn: verifyCode,
    onSuccess: async () => {
      forgetMe();
      notify('Your second factor is set up.', { type: 'success' });
      await queries.invalidateQueries();
    },
  });
}

/** Nothing is required at sign-in before a first code has proved that the authenticator has the key. */
export function ConfirmFactor({ factor }: { factor: NewSecondFactor }) {
  const [code, setCode] = useState('');
  const confirmation = useConfirmation();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        confirmation.mutate(code);
      }}
    >
      <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: '1fr', md: 'auto 1fr' }, mt: 2 }}>
        <FactorQr uri={factor.totpURI} />
        <BackupCodes codes={factor.backupCodes} />
      </Box>
      <Typography variant="body2" sx={{ mt: 2 }}>
        Scan the square, store the backup codes, then enter the code that your authenticator shows.
      </Typography>
      <TextField
        label="Code"
        value={code}
        onChange={(event) => {
          setCode(event.target.value);
        }}
        required
        autoFocus
        slotProps={{ htmlInput: { inputMode: 'numeric', autoComplete: 'one-time-code', maxLength: 9 } }}
        sx={{ maxWidth: 200, display: 'flex' }}
      />
      {confirmation.error && <ProblemAlert error={confirmation.error} />}
      <Button type="submit" variant="contained" loading={confirmation.isPending} sx={{ mt: 1 }}>
        Turn on
      </Button>
    </form>
  );
}
