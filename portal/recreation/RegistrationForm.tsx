import { Alert, AlertTitle, Button, Stack, TextField, Typography } from '@mui/material';
import { useRef, useState, type Ref, type SyntheticEvent } from 'react';
import type { Recreation } from '../../contracts/recreation.ts';
import { Problem } from '../page/Problem.tsx';
import { isRefused } from '../query-client.ts';
import { useRegistration } from './use-recreation.ts';
import { attemptsLeftOf, spellAttempts } from './wording.ts';

/** Guide 003, step 17. */
export function RegistrationForm({ recreation, onBack }: { recreation: Recreation; onBack: () => void }) {
  const [code, setCode] = useState('');
  const [isMissing, setMissing] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const register = useRegistration(recreation.recovery);
  const attemptsLeft = recreation.activation?.attemptsLeft ?? 0;

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    const typed = code.trim();
    setMissing(typed === '');
    if (typed === '') field.current?.focus();
    else if (!register.isPending) register.mutate(typed, { onError: () => field.current?.select() });
  }

  return (
    <Stack component="form" noValidate spacing={2.5} onSubmit={submit} sx={{ maxWidth: 560 }}>
      <Typography>
        Enter the registration code that the app shows now. Leave the app as it is: do not tap <strong>Done</strong>{' '}
        there yet.
      </Typography>
      {register.error !== null && <Refused error={register.error} attemptsLeft={attemptsLeft} />}
      <RegistrationField
        ref={field}
        code={code}
        isWrong={isMissing || register.error !== null}
        hint={
          isMissing
            ? 'Enter the code first.'
            : `${spellAttempts(attemptsLeft)}. Capitals, blanks and hyphens do not matter.`
        }
        onType={setCode}
      />
      <Stack direction="row" spacing={2} useFlexGap sx={{ flexWrap: 'wrap' }}>
        <Button type="submit" variant="contained" size="large" loading={register.isPending}>
          Next
        </Button>
        <Button size="large" onClick={onBack}>
          Back
        </Button>
      </Stack>
    </Stack>
  );
}

interface RegistrationFieldProps {
  ref: Ref<HTMLInputElement>;
  code: string;
  isWrong: boolean;
  hint: string;
  onType: (code: string) => void;
}

function RegistrationField({ ref, code, isWrong, hint, onType }: RegistrationFieldProps) {
  return (
    <TextField
      label="Registration code"
      inputRef={ref}
      value={code}
      autoFocus
      error={isWrong}
      helperText={hint}
      onChange={(event) => {
        onType(event.target.value);
      }}
      slotProps={{
        htmlInput: {
          required: true,
          autoComplete: 'off',
          autoCapitalize: 'characters',
          spellCheck: false,
          maxLength: 64,
          sx: {
            fontFamily: 'ui-monospace, Menlo, Consolas, monospace',
            fontSize: { xs: '1.125rem', sm: '1.5rem' },
            letterSpacing: '0.05em',
            textTransform: 'uppercase',
          },
        },
      }}
    />
  );
}

/** A typing error is told apart from a code that is not this activation's: only the latter costs an attempt. */
function Refused({ error, attemptsLeft }: { error: Error; attemptsLeft: number }) {
  if (isRefused(error, 'registration-mistyped')) {
    return (
      <Alert severity="warning" role="alert">
        <AlertTitle>A symbol is missing or mistyped.</AlertTitle>
        Compare the code with the app, group by group. This has cost no attempt.
      </Alert>
    );
  }
  if (isRefused(error, 'wrong-registration')) {
    return (
      <Alert severity="error" role="alert">
        <AlertTitle>
          This code does not come from this activation. {spellAttempts(attemptsLeftOf(error) ?? attemptsLeft)}.
        </AlertTitle>
        Check that the app was given the serial number and the activation code of this page, and no former ones.
      </Alert>
    );
  }
  return <Problem error={error} />;
}
