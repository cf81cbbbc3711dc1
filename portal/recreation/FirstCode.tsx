import { Alert, AlertTitle, Button, Stack, Typography } from '@mui/material';
import { useRef, useState, type SyntheticEvent } from 'react';
import type { Recreation } from '../../contracts/recreation.ts';
import { CodeField } from '../migration/CodeField.tsx';
import { Problem } from '../page/Problem.tsx';
import { isRefused } from '../query-client.ts';
import { ActivationOver } from './ActivationOver.tsx';
import { StartOver } from './StartOver.tsx';
import { useFirstCode } from './use-recreation.ts';
import { attemptsLeftOf, spellAttempts } from './wording.ts';

/** The new token proves itself. */
export function FirstCode({ recreation }: { recreation: Recreation }) {
  const { actions, recovery, startOversLeft } = recreation;
  if (!actions.includes('enter-first-code')) return <ActivationOver recreation={recreation} isUsedUp />;
  return (
    <Stack spacing={3}>
      <FirstCodeForm id={recovery} />
      {actions.includes('start-over') && <StartOver id={recovery} left={startOversLeft} variant="text" />}
    </Stack>
  );
}

function FirstCodeForm({ id }: { id: string }) {
  const [code, setCode] = useState('');
  const [isMissing, setMissing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const first = useFirstCode(id);

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    const typed = code.trim();
    setMissing(typed === '');
    if (typed === '') field.current?.focus();
    else if (!first.isPending) first.mutate(typed, { onError: () => field.current?.select() });
  }

  return (
    <Stack component="form" noValidate spacing={2.5} onSubmit={submit} sx={{ maxWidth: 520 }}>
      <div>
        <Typography variant="h2">Enter the first code that the app shows</Typography>
        <Typography sx={{ color: 'text.secondary', mt: 0.5 }}>
          The registration code was right. In the app, choose <strong>The portal asks for the first code</strong>.
        </Typography>
      </div>
      {first.error !== null && <Refused error={first.error} />}
      <CodeField
        ref={field}
        label="First code of the app"
        code={code}
        isMissing={isMissing}
        isWrong={first.error !== null}
        onType={setCode}
      />
      <Button
        type="submit"
        variant="contained"
        size="large"
        loading={first.isPending}
        sx={{ alignSelf: { sm: 'start' } }}
      >
        OK
      </Button>
    </Stack>
  );
}

function Refused({ error }: { error: Error }) {
  if (!isRefused(error, 'wrong-token-code')) return <Problem error={error} />;
  const left = attemptsLeftOf(error);
  return (
    <Alert severity="error" role="alert">
      <AlertTitle>
        That is not the code that the app shows now.{left === undefined ? '' : ` ${spellAttempts(left)}.`}
      </AlertTitle>
      Wait for the next one, and enter it as it appears.
    </Alert>
  );
}
