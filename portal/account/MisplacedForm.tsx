import { Alert, Button, Card, Link, Stack, TextField, Typography } from '@mui/material';
import { useState, type SyntheticEvent } from 'react';
import { Link as RouterLink, useNavigate } from 'react-router';
import { Problem } from '../page/Problem.tsx';
import { isRefused } from '../query-client.ts';
import { PasswordField } from '../sign-in/PasswordField.tsx';
import { TokenChoice, type OwnToken } from './TokenChoice.tsx';
import { useStartRecreation } from './use-protection.ts';

interface MisplacedFormProps {
  tokens: OwnToken[];
  /** The one that a link named. */
  wanted: string | null;
}

export function MisplacedForm({ tokens, wanted }: MisplacedFormProps) {
  const free = tokens.filter(({ mayRecreate }) => mayRecreate);
  const [picked, setPicked] = useState<string>();
  const chosen = picked ?? free.find(({ id }) => id === wanted)?.id ?? (free.length === 1 ? free[0]?.id : undefined);
  const [typed, setTyped] = useState({ userName: '', password: '' });
  const navigate = useNavigate();
  const start = useStartRecreation(({ id }) => {
    void navigate(`/recoveries/${id}`, { state: { isFresh: true } });
  });

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    if (chosen !== undefined && !start.isPending) start.mutate({ token: chosen, ...typed });
  }

  return (
    <Card component="section" aria-label="Self-administration" sx={{ p: { xs: 2.5, sm: 4 }, maxWidth: 640 }}>
      <Stack component="form" spacing={3} onSubmit={submit}>
        <TokenChoice
          label="Which token?"
          tokens={tokens}
          chosen={chosen ?? ''}
          onChoose={setPicked}
          barrierOf={({ mayRecreate, recovery }) => (mayRecreate ? undefined : <OpenOne recovery={recovery} />)}
        />
        {free.length > 0 && (
          <>
            <SelfAdministration typed={typed} error={start.error} onType={setTyped} />
            <Button
              type="submit"
              variant="contained"
              size="large"
              disabled={chosen === undefined}
              loading={start.isPending}
              sx={{ alignSelf: { sm: 'start' } }}
            >
              Next
            </Button>
          </>
        )}
      </Stack>
    </Card>
  );
}

interface SelfAdministrationProps {
  typed: { userName: string; password: string };
  error: Error | null;
  onType: (typed: { userName: string; password: string }) => void;
}

/** Name and password once more: a session that somebody else found open gets no further. */
function SelfAdministration({ typed, error, onType }: SelfAdministrationProps) {
  const isWrong = isRefused(error, 'sign-in-failed');
  return (
    <>
      <div>
        <Typography variant="h2">Self-administration</Typography>
        <Typography sx={{ color: 'text.secondary', mt: 0.5 }}>
          Sign in once more: the same user name and password as for this portal. Nothing about your token changes yet.
        </Typography>
      </div>
      {isWrong && (
        <Alert severity="error" role="alert">
          User name or password is not right. Nothing has begun.
        </Alert>
      )}
      {error !== null && !isWrong && <Problem error={error} />}
      <TextField
        label="User name"
        autoComplete="username"
        value={typed.userName}
        error={isWrong}
        helperText="Or your e-mail address."
        onChange={(event) => {
          onType({ ...typed, userName: event.target.value });
        }}
        slotProps={{ htmlInput: { required: true, spellCheck: false, autoCapitalize: 'none' } }}
      />
      <PasswordField
        label="Password"
        autoComplete="current-password"
        value={typed.password}
        onChange={(password) => {
          onType({ ...typed, password });
        }}
        isWrong={isWrong}
      />
    </>
  );
}

function OpenOne({ recovery }: { recovery: string | null }) {
  if (recovery === null) return 'It cannot be made anew now.';
  return (
    <>
      A recovery of it is open:{' '}
      <Link component={RouterLink} to={`/recoveries/${recovery}`}>
        go on there
      </Link>
      .
    </>
  );
}
