import MailIcon from '@mui/icons-material/MailOutlined';
import { Alert, Button, Stack, Typography } from '@mui/material';
import { useState } from 'react';
import { ProblemError } from '../../contracts/client.ts';
import type { Recovery } from '../../contracts/recoveries.ts';
import { CodeField } from '../migration/CodeField.tsx';
import { Problem } from '../page/Problem.tsx';
import { When } from '../page/When.tsx';
import { useCodeForm } from './use-code-form.ts';

/** Another browser began it, or its session has ended: whoever has the password alone sees nothing here. */
export function GoOnHere({ recovery }: { recovery: Recovery }) {
  const [hasCode, setHasCode] = useState(false);
  const enter = () => {
    setHasCode(true);
  };
  const { submit, confirm, resend, error, entry } = useCodeForm(recovery.id, enter);
  return (
    <Stack component="form" noValidate onSubmit={submit} spacing={2.5} sx={{ maxWidth: 560 }}>
      <Typography variant="h2">Go on in this browser</Typography>
      <Typography>
        This recovery was going on in another browser, or you have signed in anew since. Go on there, or have a code
        mailed to go on here: then this browser takes its place, exactly where you stood.
      </Typography>
      {resend.isSuccess && (
        <Alert severity="info" role="status">
          We are mailing you a code. Only the newest one counts.
        </Alert>
      )}
      {error !== null && <WhyNot error={error} />}
      {hasCode && <CodeField {...entry} />}
      <Stack direction="row" spacing={2} useFlexGap sx={{ flexWrap: 'wrap' }}>
        {hasCode && (
          <Button type="submit" variant="contained" size="large" loading={confirm.isPending}>
            CONFIRM
          </Button>
        )}
        <Button
          variant={hasCode ? 'text' : 'contained'}
          size="large"
          startIcon={<MailIcon />}
          loading={resend.isPending}
          onClick={() => {
            resend.mutate();
          }}
        >
          {hasCode ? 'Mail me another code' : 'Mail me a code'}
        </Button>
        {!hasCode && (
          <Button size="large" onClick={enter}>
            I have one already
          </Button>
        )}
      </Stack>
    </Stack>
  );
}

/** The newest code is for the browser that asked for it: whoever typed it here would lose an attempt. */
function WhyNot({ error }: { error: Error }) {
  const retryAt = error instanceof ProblemError && error.problem.code === 'resend-too-soon' && error.problem.retryAt;
  if (typeof retryAt !== 'string') return <Problem error={error} />;
  return (
    <Alert severity="info" role="alert">
      A code was mailed a moment ago, for the other browser: it counts there alone. You can have one for this browser:{' '}
      <When at={retryAt} />.
    </Alert>
  );
}
