import { Button, Stack, Typography } from '@mui/material';
import { useLocation } from 'react-router';
import type { Recovery } from '../../contracts/recoveries.ts';
import { CodeField } from '../migration/CodeField.tsx';
import { CodeStanding } from '../migration/CodeStanding.tsx';
import { Problem } from '../page/Problem.tsx';
import { useCodeForm } from './use-code-form.ts';

/** The mailed code, before anything else is shown or asked. */
export function MailedCode({ recovery }: { recovery: Recovery }) {
  const { state } = useLocation() as { state: { isFresh?: boolean } | null };
  const { submit, confirm, resend, error, entry } = useCodeForm(recovery.id);
  return (
    <Stack component="form" noValidate onSubmit={submit} spacing={2.5} sx={{ maxWidth: 520 }}>
      <Typography variant="h2">Enter the code that we mailed you</Typography>
      {recovery.challenge !== null && (
        <CodeStanding
          challenge={recovery.challenge}
          isReturn={state?.isFresh !== true}
          isResent={resend.isSuccess}
          isResending={resend.isPending}
          onResend={() => {
            resend.mutate();
          }}
        />
      )}
      {error !== null && <Problem error={error} />}
      <CodeField {...entry} />
      <Button
        type="submit"
        variant="contained"
        size="large"
        loading={confirm.isPending}
        sx={{ alignSelf: { sm: 'start' } }}
      >
        CONFIRM
      </Button>
    </Stack>
  );
}
