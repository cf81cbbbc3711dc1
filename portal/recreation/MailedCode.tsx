import { Button, Stack, Typography } from '@mui/material';
import { useRef, useState, type SyntheticEvent } from 'react';
import { useLocation } from 'react-router';
import type { Recovery } from '../../contracts/recoveries.ts';
import { TypedCode } from '../../contracts/words.ts';
import { CodeField } from '../migration/CodeField.tsx';
import { CodeStanding } from '../migration/CodeStanding.tsx';
import { useMailCode } from '../migration/use-mail-code.ts';
import { Problem } from '../page/Problem.tsx';

/** The mailed code, before anything else is shown or asked. */
export function MailedCode({ recovery }: { recovery: Recovery }) {
  const [code, setCode] = useState('');
  const [isMissing, setMissing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const { state } = useLocation() as { state: { isFresh?: boolean } | null };
  const { confirm, resend, error } = useMailCode(recovery.id, {
    onAccepted: () => undefined,
    onRefused: () => field.current?.select(),
    onResent: () => {
      setCode('');
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
      <CodeField ref={field} code={code} isMissing={isMissing} isWrong={confirm.error !== null} onType={setCode} />
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
