import MailIcon from '@mui/icons-material/MailOutlined';
import { Alert, Button, Stack, Typography } from '@mui/material';
import { useRef, useState, type SyntheticEvent } from 'react';
import type { Recovery } from '../../contracts/recoveries.ts';
import { TypedCode } from '../../contracts/words.ts';
import { CodeField } from '../migration/CodeField.tsx';
import { useMailCode } from '../migration/use-mail-code.ts';
import { Problem } from '../page/Problem.tsx';

/** Another browser began it, or its session has ended: whoever has the password alone sees nothing here. */
export function GoOnHere({ recovery }: { recovery: Recovery }) {
  const [code, setCode] = useState('');
  const [hasCode, setHasCode] = useState(false);
  const [isMissing, setMissing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const { confirm, resend, error } = useMailCode(recovery.id, {
    onAccepted: () => undefined,
    onRefused: () => field.current?.select(),
    onResent: () => {
      setCode('');
      setHasCode(true);
      field.current?.focus();
    },
  });

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    const typed = TypedCode.safeParse(code.trim());
    setMissing(!typed.success);
    if (!typed.success) field.current?.focus();
    else if (!confirm.isPending) confirm.mutate(typed.data);
  }

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
      {error !== null && <Problem error={error} />}
      {hasCode && (
        <CodeField ref={field} code={code} isMissing={isMissing} isWrong={confirm.error !== null} onType={setCode} />
      )}
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
          <Button
            size="large"
            onClick={() => {
              setHasCode(true);
            }}
          >
            I have one already
          </Button>
        )}
      </Stack>
    </Stack>
  );
}
